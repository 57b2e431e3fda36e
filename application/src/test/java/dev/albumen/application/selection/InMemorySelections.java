package dev.albumen.application.selection;

import dev.albumen.application.share.InMemoryShareLinks;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps selections in memory. */
public final class InMemorySelections implements Selections {

    private final InMemoryTransactions transactions;
    private final InMemoryTable<SelectionId, Selection> selections;
    private final InMemoryShareLinks links;

    public InMemorySelections(InMemoryTransactions transactions, InMemoryShareLinks links) {
        this.transactions = transactions;
        this.selections = transactions.table();
        this.links = links;
        links.whenDeleted(gone -> selections.removeIf((id, one) -> one.shareId().equals(gone)));
    }

    @Override
    public void add(Selection selection) {
        links.find(selection.shareId()).orElseThrow(Refusal::notFound);
        selections.put(selection.id(), selection);
    }

    @Override
    public Optional<Selection> find(Sha256 tokenHash) {
        return selections.all().values().stream().filter(one -> one.tokenHash().equals(tokenHash)).findFirst();
    }

    Optional<Selection> find(SelectionId id) {
        return selections.find(id);
    }

    Stream<Selection> of(ShareId share) {
        return selections.all().values().stream().filter(one -> one.shareId().equals(share))
                .sorted(Comparator.comparing(one -> one.id().toString()));
    }

    @Override
    public Optional<Selection> lock(SelectionId id) {
        transactions.requireWriting();
        return find(id);
    }

    @Override
    public List<Selection> lockAll(ShareId share) {
        transactions.requireWriting();
        return of(share).toList();
    }

    @Override
    public List<Selection> save(List<Selection> changed) {
        List<Selection> next = changed.stream().map(one -> new Selection(one.id(), one.shareId(), one.tokenHash(),
                one.passwordVersion(), one.contact(), one.status(), one.round(), one.createdAt(), one.updatedAt(), one.usedAt(),
                one.submittedAt(), one.version() + 1)).toList();
        next.forEach(one -> selections.put(one.id(), one));
        return next;
    }
}
