package dev.albumen.application.transfer;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.UUID;

/** Shows how far an import of the viewer's has come. */
public final class ViewImport {

    private final Transactions transactions;
    private final ArchiveImports imports;

    ViewImport(Transactions transactions, ArchiveImports imports) {
        this.transactions = transactions;
        this.imports = imports;
    }

    public record Query(UUID id) {}

    public ArchiveImport handle(Viewer viewer, Query query) {
        viewer.member();
        ArchiveImport found = transactions.read(() -> imports.find(query.id())).orElseThrow(Refusal::notFound);
        found.requireOwner(viewer);
        return found;
    }
}
