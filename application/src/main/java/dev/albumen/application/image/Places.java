package dev.albumen.application.image;

import dev.albumen.domain.image.ImageMetadata.Gps;
import dev.albumen.domain.image.Place;
import java.util.Optional;

/** What people call places on Earth. Asks nobody: what it knows came with the program. Safe for many threads. */
public interface Places {

    /** How far the next place may be to lend its name. */
    double FARTHEST_KM = 50;

    /** Knows no place at all. */
    Places NONE = gps -> Optional.empty();

    /** The nearest known place within {@value #FARTHEST_KM} km over the ground; empty on the open sea, say. */
    Optional<Place> at(Gps position);
}
