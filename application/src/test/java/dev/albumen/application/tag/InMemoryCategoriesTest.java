package dev.albumen.application.tag;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryCategoriesTest extends CategoriesContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
