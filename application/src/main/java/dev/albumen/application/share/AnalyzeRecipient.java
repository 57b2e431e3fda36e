package dev.albumen.application.share;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Shows those who manage a link how one recipient used it, day by day. */
public final class AnalyzeRecipient {

    private final Transactions transactions;
    private final OwnedRecipients owned;
    private final Recipients recipients;
    private final InstantSource clock;

    public AnalyzeRecipient(Transactions transactions, OwnedRecipients owned, Recipients recipients, InstantSource clock) {
        this.transactions = transactions;
        this.owned = owned;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** @param days how many, today among them, from 1 to {@value AnalyzeShare#MOST_DAYS} */
    public record Query(ShareId share, RecipientId id, int days) {
        public Query {
            AnalyzeShare.requireDays(days);
        }
    }

    /**
     * @param first the earliest day, in UTC
     * @param last today
     * @param used since there is the recipient
     * @param days those on which there was something, in their order
     */
    public record Analysis(LocalDate first, LocalDate last, ShareUsage used, List<Recipients.Day> days) {

        public Analysis {
            days = List.copyOf(days);
        }
    }

    public Analysis handle(Viewer viewer, Query query) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = today.minusDays(query.days() - 1L);
        return transactions.read(() -> {
            ShareLink link = owned.link(viewer, query.share());
            Recipients.Counted one = owned.require(link, query.id());
            return new Analysis(first, today, one.used(), recipients.days(query.id(), first, today));
        });
    }
}
