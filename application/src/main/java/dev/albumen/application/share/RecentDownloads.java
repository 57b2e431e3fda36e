package dev.albumen.application.share;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells downloads that go on from new ones where nothing hangs on it but statistics: it knows those of this node alone, and
 * no more than some thousands.
 */
final class RecentDownloads {

    private static final int MOST = 10_000;

    private final Duration countsFor;
    private final Map<DownloadCount.Wish, Instant> begun = new LinkedHashMap<>();

    RecentDownloads(Duration countsFor) {
        this.countsFor = countsFor;
    }

    /** Whether nobody has asked for this in a while. */
    synchronized boolean isNew(DownloadCount.Wish wish, Instant now) {
        Iterator<Instant> oldest = begun.values().iterator();
        while (oldest.hasNext() && (oldest.next().isBefore(now.minus(countsFor)) || begun.size() > MOST)) {
            oldest.remove();
        }
        return begun.putIfAbsent(wish, now) == null;
    }
}
