package dev.albumen.application.album;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryUploadPartsTest extends UploadPartsContract {

    private final InMemoryCatalogue catalogue = new InMemoryCatalogue();
    private final InMemoryUploads uploads = new InMemoryUploads(catalogue.transactions());

    @Override
    protected Catalogue catalogue() {
        return catalogue;
    }

    @Override
    protected UploadParts parts() {
        return new InMemoryUploadParts(catalogue.transactions(), uploads);
    }

    @Override
    protected Uploads uploads() {
        return uploads;
    }
}
