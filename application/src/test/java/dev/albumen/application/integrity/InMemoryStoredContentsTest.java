package dev.albumen.application.integrity;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryStoredContentsTest extends StoredContentsContract {

    private final InMemoryCatalogue memory = new InMemoryCatalogue();

    @Override
    protected Catalogue catalogue() {
        return memory;
    }

    @Override
    protected StoredContents contents() {
        return new InMemoryStoredContents(memory.images()::all);
    }
}
