package dev.albumen.application.transfer;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryArchiveImportsTest extends ArchiveImportsContract {

    private final InMemoryCatalogue catalogue = new InMemoryCatalogue();
    private final ArchiveImports imports = new InMemoryArchiveImports(catalogue.transactions());

    @Override
    protected Catalogue catalogue() {
        return catalogue;
    }

    @Override
    protected ArchiveImports imports() {
        return imports;
    }
}
