package dev.albumen.application.transfer;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.UUID;

/** Lists what of an archive was skipped or failed, and why. */
public final class ListLeftOut {

    private final Transactions transactions;
    private final ArchiveImports imports;

    ListLeftOut(Transactions transactions, ArchiveImports imports) {
        this.transactions = transactions;
        this.imports = imports;
    }

    public record Query(UUID id, PageRequest page) {}

    public Page<LeftEntry> handle(Viewer viewer, Query query) {
        viewer.member();
        return transactions.read(() -> {
            imports.find(query.id()).orElseThrow(Refusal::notFound).requireOwner(viewer);
            return imports.leftOut(query.id(), query.page());
        });
    }
}
