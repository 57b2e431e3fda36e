package dev.albumen.application.transfer;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;

/** Lists the viewer's imports, the newest first. */
public final class ListImports {

    private final Transactions transactions;
    private final ArchiveImports imports;

    ListImports(Transactions transactions, ArchiveImports imports) {
        this.transactions = transactions;
        this.imports = imports;
    }

    public record Query(PageRequest page) {}

    public Page<ArchiveImport> handle(Viewer viewer, Query query) {
        UserId owner = viewer.member().userId();
        return transactions.read(() -> imports.list(owner, query.page()));
    }
}
