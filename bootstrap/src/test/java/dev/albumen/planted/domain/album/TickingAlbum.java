package dev.albumen.planted.domain.album;

import java.time.Instant;

/** The domain looks at the clock by itself. */
public record TickingAlbum(Instant createdAt) {

    public static TickingAlbum made() {
        return new TickingAlbum(Instant.now());
    }
}
