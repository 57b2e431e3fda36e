package dev.albumen.application.share;

import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.ShareId;
import java.time.Instant;

/** Counts the uses of links that have limits, exactly, whoever counts at the same time on whatever node. */
public interface ShareCounts {

    /** How often the link was used so far; {@link ShareUsage#NONE} where it is gone. */
    ShareUsage of(ShareId id);

    /** Counts a view; false, and nothing is counted, where the link's limit is reached or it is gone. */
    boolean countView(ShareId id);

    /**
     * Counts a download, unless the same visitor has had the same thing since a time. In a transaction, which is to be
     * given up where the link is used up.
     *
     * @param visitor tells who downloads
     * @param thing what is downloaded, of 1 to 64 characters
     * @param since for how long one download counts
     */
    Download countDownload(ShareId id, String visitor, String thing, Instant now, Instant since);

    /** Whether the visitor has had the thing since that time. */
    boolean hasDownloaded(ShareId id, String visitor, String thing, Instant since);

    /** What becomes of a download: a link that is gone is used up too. */
    enum Download { COUNTED, KNOWN, USED_UP }

    /** Forgets who downloaded what before that time. What was counted stays. */
    int forgetDownloads(Instant before);
}
