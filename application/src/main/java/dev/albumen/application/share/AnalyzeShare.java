package dev.albumen.application.share;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Shows a link's owner how it was used, day by day. */
public final class AnalyzeShare {

    public static final int MOST_DAYS = 365;
    private static final int MOST_IMAGES = 50;

    private final Transactions transactions;
    private final ShareLinks links;
    private final ShareCounts counts;
    private final ShareTraffic traffic;
    private final InstantSource clock;

    public AnalyzeShare(Transactions transactions, ShareLinks links, ShareCounts counts, ShareTraffic traffic, InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.counts = counts;
        this.traffic = traffic;
        this.clock = clock;
    }

    /** @param days how many, today among them, from 1 to {@value #MOST_DAYS} */
    public record Query(ShareId id, int days) {
        public Query {
            requireDays(days);
        }
    }

    /**
     * @param first the earliest day, in UTC
     * @param last today
     * @param used since there is the link
     */
    public record Analysis(LocalDate first, LocalDate last, ShareUsage used, ShareTraffic.Report report) {}

    static void requireDays(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.invalid("days", "out-of-range", "Days are a number from 1 to " + MOST_DAYS + ".");
        }
    }

    public Analysis handle(Viewer viewer, Query query) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = today.minusDays(query.days() - 1L);
        return transactions.read(() -> {
            ShareLink link = links.find(query.id()).orElseThrow(Refusal::notFound);
            ShareAccess.requireManaging(viewer, link);
            return new Analysis(first, today, counts.of(link.id()), traffic.report(link.id(), first, today, MOST_IMAGES));
        });
    }
}
