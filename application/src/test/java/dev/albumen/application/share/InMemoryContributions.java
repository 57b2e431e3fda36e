package dev.albumen.application.share;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.share.Contribution;
import dev.albumen.domain.share.ContributionId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps contributions in memory. */
public final class InMemoryContributions implements Contributions {

    private final InMemoryTransactions transactions;
    private final InMemoryShareLinks links;
    private final InMemoryImages images;
    private final InMemoryTable<ContributionId, Contribution> rows;

    public InMemoryContributions(InMemoryTransactions transactions, InMemoryShareLinks links, InMemoryImages images) {
        this.transactions = transactions;
        this.links = links;
        this.images = images;
        this.rows = transactions.table();
        images.whenPurged(gone -> rows.removeIf((id, one) -> one.imageId().equals(gone)));
    }

    @Override
    public Optional<Load> load(ShareId share) {
        transactions.requireWriting();
        List<Contribution> all = all().stream().filter(one -> share.equals(one.shareId()) && one.state() != Contribution.State.REJECTED).toList();
        return links.find(share).map(link -> new Load(all.size(),
                all.stream().mapToLong(one -> images.find(one.imageId()).orElseThrow().byteSize()).sum()));
    }

    @Override
    public Contribution add(Contribution contribution) {
        Optional<Contribution> there = all().stream().filter(one -> Objects.equals(one.shareId(), contribution.shareId())
                && one.imageId().equals(contribution.imageId())).findFirst();
        if (there.isEmpty()) {
            rows.put(contribution.id(), contribution);
        }
        return there.orElse(contribution);
    }

    @Override
    public Optional<Contribution> lock(ContributionId id) {
        transactions.requireWriting();
        return rows.find(id).map(this::now);
    }

    @Override
    public void save(Contribution contribution) {
        rows.put(contribution.id(), contribution);
    }

    @Override
    public Page<Contribution> list(UserId owner, Search search, PageRequest page) {
        return InMemoryPages.cut(all().stream()
                .filter(one -> one.ownerId().equals(owner))
                .filter(one -> search.share() == null || search.share().equals(one.shareId()))
                .filter(one -> search.state() == null || search.state() == one.state())
                .sorted(Comparator.comparing((Contribution one) -> one.id().toString()).reversed())
                .toList(), page, one -> one.id().toString());
    }

    private List<Contribution> all() {
        return rows.all().values().stream().map(this::now).toList();
    }

    /** Without a link that is gone. */
    private Contribution now(Contribution one) {
        return one.shareId() == null || links.find(one.shareId()).isPresent() ? one : new Contribution(
                one.id(), null, one.ownerId(), one.albumId(), one.imageId(), one.contributor(), one.made(), one.state(), one.createdAt());
    }
}
