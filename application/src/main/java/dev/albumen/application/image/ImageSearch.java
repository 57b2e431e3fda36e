package dev.albumen.application.image;

import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which images are wanted. Without an owner or an album, the viewer's own.
 *
 * @param words all of them, in title, tags, description, and for those who may see it in file name, camera, lens, place,
 *     what the file says, and comments
 * @param criteria all of them
 * @param sort {@code null} for the best match first where there are words, else the newest
 */
public record ImageSearch(
        List<SearchWord> words, List<Criterion> criteria, @Nullable AlbumId album, @Nullable UserId owner, @Nullable Sort sort) {

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
    public static final ImageSearch OWN = new ImageSearch(List.of(), List.of(), null, null, null);

    public ImageSearch {
        words = List.copyOf(words);
        criteria = List.copyOf(criteria);
    }

    /** Everything in an album. */
    public static ImageSearch in(AlbumId album) {
        return new ImageSearch(List.of(), List.of(), album, null, null);
    }

    /** Everything of a user's. */
    public static ImageSearch by(UserId owner) {
        return new ImageSearch(List.of(), List.of(), null, owner, null);
    }

    /** The same narrowed further. */
    public ImageSearch and(Criterion... more) {
        return new ImageSearch(words, Stream.concat(criteria.stream(), Stream.of(more)).toList(), album, owner, sort);
    }

    /** The same narrowed by what somebody typed. */
    public ImageSearch and(SearchText typed) {
        return saying(Stream.concat(words.stream(), typed.words().stream()).toList()).and(typed.criteria().toArray(Criterion[]::new));
    }

    /** The same for other words. */
    public ImageSearch saying(List<SearchWord> others) {
        return new ImageSearch(others, criteria, album, owner, sort);
    }

    /** The same in another order. */
    public ImageSearch sorted(@Nullable Sort other) {
        return new ImageSearch(words, criteria, album, owner, other);
    }

    /** Whether it wants anything less than all of the viewer's own. */
    public boolean isNarrowed() {
        return !equals(OWN.sorted(sort));
    }
}
