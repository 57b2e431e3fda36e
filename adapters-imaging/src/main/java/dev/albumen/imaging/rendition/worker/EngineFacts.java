package dev.albumen.imaging.rendition.worker;

import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.RenditionFormat;
import java.util.Set;

/**
 * What a worker's engine says of itself when it starts.
 *
 * @param version for people to read
 * @param reads what it can decode
 * @param writes what its renderer says of itself
 */
public record EngineFacts(String version, Set<MediaType> reads, Set<RenditionFormat> writes) {

    public EngineFacts {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
    }
}
