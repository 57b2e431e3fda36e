package dev.albumen.application.album;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryUploadsTest extends UploadsContract {

    private final InMemoryCatalogue catalogue = new InMemoryCatalogue();

    @Override
    protected Catalogue catalogue() {
        return catalogue;
    }

    @Override
    protected Uploads uploads() {
        return new InMemoryUploads(catalogue.transactions());
    }
}
