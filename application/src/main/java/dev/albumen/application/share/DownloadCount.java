package dev.albumen.application.share;

import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.AlbumId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts downloads: one for each visit and thing within an hour, so that one that is gone on with, or comes in parts, is one.
 * Without a visit each request is one.
 */
public final class DownloadCount {

    static final Duration COUNTS_FOR = Duration.ofHours(1);

    private final Transactions transactions;
    private final ShareCounts counts;
    private final Recipients recipients;
    private final ShareTraffic traffic;
    private final ShareVisits visits;
    private final Ids ids;
    private final InstantSource clock;
    private final RecentDownloads recent = new RecentDownloads(COUNTS_FOR);

    public DownloadCount(
            Transactions transactions, ShareCounts counts, Recipients recipients, ShareTraffic traffic, ShareVisits visits, Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.counts = counts;
        this.recipients = recipients;
        this.traffic = traffic;
        this.visits = visits;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What somebody is about to download.
     *
     * @param link with the limit of downloads
     * @param visitor the same for all requests of a visit
     * @param thing what it is
     * @param image the same; {@code null} for an archive
     */
    record Wish(ShareLink link, String visitor, String thing, @Nullable ImageId image) {}

    /** One original; refused where no more downloads are left, before anything is made for it. */
    Wish original(ShareAccess.Facts facts, Knock knock, ImageId image) {
        return admitted(facts, wish(facts.link(), knock, "original " + image, image));
    }

    /** An archive, likewise, of one of the project's albums or of what the link is to. */
    Wish archive(ShareAccess.Facts facts, Knock knock, @Nullable AlbumId album, Enum<?> size) {
        return admitted(facts, wish(facts.link(), knock, "archive " + size + (album == null ? "" : " " + album), null));
    }

    /** Counts what is given now. */
    void add(Wish wish) {
        boolean limited = wish.link().terms().maxDownloads() != null || wish.link().recipient() != null;
        if (limited ? isCounted(wish) : recent.isNew(wish, clock.instant())) {
            traffic.downloaded(wish.link().id(), wish.image(), limited);
        }
    }

    /** Whether it is a new one; refused where no more are left. */
    private boolean isCounted(Wish wish) {
        Instant now = clock.instant();
        return transactions.write(() -> switch (
                counts.countDownload(wish.link().id(), wish.visitor(), wish.thing(), now, now.minus(COUNTS_FOR))) {
            case COUNTED -> countedOf(wish.link().recipient(), now);
            case KNOWN -> false;
            case USED_UP -> throw ShareAccess.downloadsUsedUp();
        });
    }

    /** Both counts hold or neither. */
    private boolean countedOf(@Nullable Recipient recipient, Instant now) {
        if (recipient != null && !recipients.countDownload(recipient.id(), now)) {
            throw ShareAccess.downloadsUsedUp();
        }
        return true;
    }

    private Wish wish(ShareLink link, Knock knock, String thing, @Nullable ImageId image) {
        ShareVisits.Visit visit = visits.current(link, knock.visit());
        return new Wish(link, (visit == null ? ids.next() : visit.id()).toString(), thing, image);
    }

    private Wish admitted(ShareAccess.Facts facts, Wish wish) {
        if (!ShareAccess.downloadsLeft(facts)
                && !counts.hasDownloaded(wish.link().id(), wish.visitor(), wish.thing(), clock.instant().minus(COUNTS_FOR))) {
            throw ShareAccess.downloadsUsedUp();
        }
        return wish;
    }
}
