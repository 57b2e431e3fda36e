package dev.albumen.application.image;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryImagesTest extends ImagesContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
