package dev.albumen.rest.share.page;

import dev.albumen.rest.shared.Bytes;
import dev.albumen.rest.shared.MemoryBytes;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Pages as they were written last, and compressed, for as long as they would be written the same. What a page shows is read
 * for each request, and so is the right to see it; to compare it with what a page was written of costs next to nothing beside
 * the writing.
 */
@Singleton
final class WrittenPages {

    private static final long MOST_BYTES = 8 << 20;
    /** Addresses of pictures stay the same within one. */
    private static final long HOUR_MILLIS = 3_600_000;

    private final InstantSource clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    WrittenPages(InstantSource clock) {
        this.clock = clock;
    }

    /** A page in both forms. */
    record Written(Bytes plain, Bytes packed) {

        private long byteSize() {
            return plain.source().byteSize() + packed.source().byteSize();
        }
    }

    private record Kept(Object shown, long hour, Written page) {}

    /**
     * @param address all that the page hangs on besides what it shows
     * @param shown tells by its equality whether it shows the same
     */
    Written of(String address, Object shown, Supplier<byte[]> template) {
        long hour = clock.millis() / HOUR_MILLIS;
        Kept known = known(address);
        if (known != null && known.hour() == hour && known.shown().equals(shown)) {
            return known.page();
        }
        byte[] page = template.get();
        Written written = new Written(MemoryBytes.of(PageAnswers.TYPE, PageAnswers.ASKED_EACH_TIME, page),
                MemoryBytes.of(PageAnswers.TYPE, PageAnswers.ASKED_EACH_TIME, packed(page)));
        keep(address, new Kept(shown, hour, written));
        return written;
    }

    private synchronized @Nullable Kept known(String address) {
        return kept.get(address);
    }

    private synchronized void keep(String address, Kept page) {
        Kept former = kept.put(address, page);
        bytes += page.page().byteSize() - (former == null ? 0 : former.page().byteSize());
        Iterator<Kept> longestUnused = kept.values().iterator();
        while (bytes > MOST_BYTES && longestUnused.hasNext()) {
            bytes -= longestUnused.next().page().byteSize();
            longestUnused.remove();
        }
    }

    private static byte[] packed(byte[] page) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(page.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
