package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The kinds that can be shown here, in the order in which refusals list them: pictures by the engine that runs, and
 * videos always, if need be with a drawn poster.
 */
public record AcceptedTypes(Set<MediaType> types) {

    public AcceptedTypes {
        Set<MediaType> ordered = EnumSet.noneOf(MediaType.class);
        ordered.addAll(types);
        ordered.addAll(EnumSet.of(MediaType.MP4, MediaType.MOV, MediaType.WEBM));
        types = Collections.unmodifiableSet(ordered);
    }

    /** What the JDK and the libraries in Java read. */
    public static AcceptedTypes ofPureJava() {
        Set<MediaType> types = EnumSet.of(MediaType.JPEG, MediaType.PNG, MediaType.GIF, MediaType.TIFF);
        if (WebpSupport.isAvailable()) {
            types.add(MediaType.WEBP);
        }
        return new AcceptedTypes(types);
    }
}
