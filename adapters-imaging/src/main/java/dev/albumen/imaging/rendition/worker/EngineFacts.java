package dev.albumen.imaging.rendition.worker;

import dev.albumen.domain.image.MediaType;
import java.util.Set;

/**
 * What a worker's engine says of itself when it starts.
 *
 * @param version for people to read
 * @param reads what it can decode
 */
public record EngineFacts(String version, Set<MediaType> reads) {

    public EngineFacts {
        reads = Set.copyOf(reads);
    }
}
