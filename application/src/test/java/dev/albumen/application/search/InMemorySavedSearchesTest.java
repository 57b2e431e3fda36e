package dev.albumen.application.search;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemorySavedSearchesTest extends SavedSearchesContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
