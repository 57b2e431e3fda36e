package dev.albumen.domain.album;

import java.util.Optional;

/** The order in which an album shows its images. */
public enum AlbumSort {
    MANUAL("manual"),
    TAKEN_AT("takenAt"),
    TAKEN_AT_DESCENDING("-takenAt"),
    CREATED_AT_DESCENDING("-createdAt"),
    FILENAME("filename");

    private final String label;

    AlbumSort(String label) {
        this.label = label;
    }

    /** The name that clients see; a minus sign means descending. */
    public String label() {
        return label;
    }

    public static Optional<AlbumSort> of(String label) {
        for (AlbumSort sort : values()) {
            if (sort.label.equals(label)) {
                return Optional.of(sort);
            }
        }
        return Optional.empty();
    }
}
