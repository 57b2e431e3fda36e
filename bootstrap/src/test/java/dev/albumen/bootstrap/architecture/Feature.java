package dev.albumen.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A feature with the features it may know, in its own module and in those below. Everything may know {@code shared}. */
enum Feature {
    SHARED,
    /** The API's own description; it exists in the HTTP adapter alone. */
    DOCS,
    AUDIT,
    JOB(AUDIT),
    EVENT,
    STORAGE,
    USER(AUDIT),
    IMAGE(USER, AUDIT, JOB, STORAGE),
    RENDITION(IMAGE, USER, STORAGE, JOB),
    INTEGRITY(STORAGE, JOB, AUDIT),
    MOVING(STORAGE, JOB, AUDIT),
    TAG(IMAGE, AUDIT),
    BOARD(IMAGE, AUDIT),
    SEARCH(IMAGE, TAG, AUDIT),
    LABEL(TAG, IMAGE, RENDITION, USER, STORAGE, JOB, AUDIT),
    ALBUM(SEARCH, IMAGE, RENDITION, TAG, USER, STORAGE, JOB, AUDIT),
    SHARE(ALBUM, IMAGE, RENDITION, USER, STORAGE, AUDIT),
    SOCIAL(SHARE, ALBUM, IMAGE, USER, AUDIT),
    SELECTION(SHARE, ALBUM, IMAGE, RENDITION, USER, STORAGE, AUDIT),
    NOTICE(SHARE, USER, JOB, AUDIT),
    SETTINGS(NOTICE, ALBUM, IMAGE, RENDITION, USER, STORAGE, AUDIT),
    TRANSFER(SELECTION, SHARE, LABEL, ALBUM, BOARD, SEARCH, IMAGE, RENDITION, TAG, SOCIAL, USER, STORAGE, JOB, AUDIT);

    private final Set<Feature> known;

    Feature(Feature... known) {
        this.known = Set.of(known);
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean mayKnow(Feature other) {
        return other == this || other == SHARED || known.contains(other);
    }

    /** The feature of a class below a root package; empty for a class that belongs to none. */
    static Optional<Feature> of(JavaClass type, String root) {
        if (!type.getPackageName().startsWith(root + ".")) {
            return Optional.empty();
        }
        String[] parts = type.getPackageName().substring(root.length() + 1).split("\\.");
        for (Feature feature : values()) {
            if (parts.length > 1 && feature.folder().equals(parts[1])) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }
}
