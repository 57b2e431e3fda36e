package dev.albumen.application.image;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryLikenessViewsTest extends LikenessViewsContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
