package dev.albumen.application.share;

import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.ShareId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts in memory. */
public final class InMemoryShareCounts implements ShareCounts {

    private final InMemoryTransactions transactions;
    private final InMemoryShareLinks links;
    private final InMemoryTable<ShareId, ShareUsage> counts;
    private final InMemoryTable<Known, Instant> known;

    private record Known(ShareId share, String visitor, String thing) {}

    public InMemoryShareCounts(InMemoryTransactions transactions, InMemoryShareLinks links) {
        this.transactions = transactions;
        this.links = links;
        this.counts = transactions.table();
        this.known = transactions.table();
    }

    @Override
    public ShareUsage of(ShareId id) {
        return links.find(id).flatMap(link -> counts.find(id)).orElse(ShareUsage.NONE);
    }

    @Override
    public boolean countView(ShareId id) {
        return transactions.write(() -> {
            ShareUsage used = of(id);
            boolean free = isLeft(links.find(id).map(link -> link.terms().maxViews() == null ? Integer.MAX_VALUE : link.terms().maxViews()),
                    used.views());
            if (free) {
                counts.put(id, new ShareUsage(used.views() + 1, used.downloads()));
            }
            return free;
        });
    }

    @Override
    public Download countDownload(ShareId id, String visitor, String thing, Instant now, Instant since) {
        transactions.requireWriting();
        if (links.find(id).isEmpty()) {
            return Download.USED_UP;
        }
        if (hasDownloaded(id, visitor, thing, since)) {
            return Download.KNOWN;
        }
        known.put(new Known(id, visitor, thing), now);
        ShareUsage used = of(id);
        if (!isLeft(links.find(id).map(InMemoryShareCounts::mostDownloads), used.downloads())) {
            return Download.USED_UP;
        }
        counts.put(id, new ShareUsage(used.views(), used.downloads() + 1));
        return Download.COUNTED;
    }

    private static int mostDownloads(ShareLink link) {
        @Nullable Integer most = link.terms().maxDownloads();
        return most == null ? Integer.MAX_VALUE : most;
    }

    private static boolean isLeft(Optional<Integer> most, long used) {
        return most.isPresent() && used < most.get();
    }

    @Override
    public boolean hasDownloaded(ShareId id, String visitor, String thing, Instant since) {
        return known.find(new Known(id, visitor, thing)).filter(at -> at.isAfter(since)).isPresent();
    }

    @Override
    public int forgetDownloads(Instant before) {
        return transactions.write(() -> {
            int all = known.all().size();
            known.removeIf((key, at) -> !at.isAfter(before));
            return all - known.all().size();
        });
    }

    /** Adds what was gathered. */
    void add(ShareId id, long views, long downloads) {
        ShareUsage used = of(id);
        counts.put(id, new ShareUsage(used.views() + views, used.downloads() + downloads));
    }
}
