package dev.albumen.application.tag;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryTagTreeTest extends TagTreeContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
