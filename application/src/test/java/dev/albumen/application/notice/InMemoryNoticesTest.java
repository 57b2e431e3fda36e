package dev.albumen.application.notice;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryNoticesTest extends NoticesContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
