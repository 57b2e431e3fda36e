package dev.albumen.application.image;

import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which images are wanted. What is {@code null} does not narrow. Without an owner or an album, the viewer's own.
 *
 * @param words each must begin a word of title, file name, description, tags, camera or lens; near misses count too
 * @param tag a tag's normal form
 * @param favorite true for the viewer's favourites, false for all others
 * @param types one of these
 * @param minRating rated by the viewer with so many stars or more
 * @param status {@code pending}, {@code ready} or {@code failed}
 * @param takenFrom at that time or later
 * @param takenTo before that time
 * @param sort {@code null} for the best match first where there are words, else the newest
 */
public record ImageSearch(
        @Nullable String words,
        @Nullable String tag,
        @Nullable AlbumId album,
        @Nullable UserId owner,
        @Nullable Boolean favorite,
        Set<MediaType> types,
        @Nullable Integer minRating,
        @Nullable String status,
        @Nullable Instant takenFrom,
        @Nullable Instant takenTo,
        @Nullable Sort sort) {

    /** Orders of a list; ties are broken by id. */
    public enum Sort {
        CREATED_AT("createdAt"), CREATED_AT_DESCENDING("-createdAt"),
        /** Images without a time come last, either way. */
        TAKEN_AT("takenAt"), TAKEN_AT_DESCENDING("-takenAt"),
        FILENAME("filename"), FILENAME_DESCENDING("-filename"),
        BYTE_SIZE("byteSize"), BYTE_SIZE_DESCENDING("-byteSize"),
        LIKE_COUNT("likeCount"), LIKE_COUNT_DESCENDING("-likeCount"),
        /** Best match first; without words the same as newest first. */
        RELEVANCE("relevance");

        private final String label;

        Sort(String label) {
            this.label = label;
        }

        /** The name that clients see; a minus sign means descending. */
        public String label() {
            return label;
        }

        public static Optional<Sort> of(String label) {
            for (Sort sort : values()) {
                if (sort.label.equals(label)) {
                    return Optional.of(sort);
                }
            }
            return Optional.empty();
        }
    }

    /** Everything of the viewer's own. */
    public static final ImageSearch OWN = new ImageSearch(null, null, null, null, null, Set.of(), null, null, null, null, null);

    public ImageSearch {
        types = Set.copyOf(types);
    }

    /** Whether it wants anything less than all of the viewer's own. */
    public boolean isNarrowed() {
        return !equals(new ImageSearch(null, null, null, null, null, Set.of(), null, null, null, null, sort));
    }
}
