package dev.albumen.application.selection;

class PlainContactSheetsTest extends ContactSheetsContract {

    @Override
    protected ContactSheets sheets() {
        return new PlainContactSheets();
    }
}
