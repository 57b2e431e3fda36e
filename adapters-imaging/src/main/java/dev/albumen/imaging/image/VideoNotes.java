package dev.albumen.imaging.image;

import dev.albumen.domain.image.ImageMetadata.Gps;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a video's container says of how it was made: texts by the keys that recorders use, such as
 * {@code com.apple.quicktime.make}, {@code ©xyz} or {@code LOCATION}, bounded in number and length.
 */
final class VideoNotes {

    private static final int MAX_NOTES = 200;
    private static final int MAX_KEY = 100;
    static final int MAX_TEXT = 1000;

    /** Programs that copy them from one container into another change how they are cased. */
    private final Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable Instant written;
    private @Nullable Gps place;

    /** The first of a key counts. */
    void add(String key, String text) {
        Optional<String> cleanKey = CleanText.of(key, MAX_KEY);
        Optional<String> cleanText = CleanText.of(text, MAX_TEXT);
        if (cleanKey.isPresent() && cleanText.isPresent() && texts.size() < MAX_NOTES) {
            texts.putIfAbsent(cleanKey.get(), cleanText.get());
        }
    }

    void addWritten(Instant time) {
        written = written == null ? time : written;
    }

    void addPlace(Gps found) {
        place = place == null ? found : place;
    }

    Map<String, String> texts() {
        return texts;
    }

    /** When the container was begun, by a clock that should show UTC, and often shows local time. */
    Optional<Instant> written() {
        return Optional.ofNullable(written);
    }

    Optional<String> make() {
        return first("com.apple.quicktime.make", "com.android.manufacturer", "©mak", "make");
    }

    Optional<String> model() {
        return first("com.apple.quicktime.model", "com.android.model", "©mod", "model");
    }

    Optional<String> lens() {
        return first("com.apple.quicktime.camera.lens_model");
    }

    Optional<String> title() {
        return first("com.apple.quicktime.title", "com.apple.quicktime.displayname", "©nam", "title");
    }

    Optional<String> description() {
        return first("com.apple.quicktime.description", "©des", "desc", "description");
    }

    Optional<String> creator() {
        return first("com.apple.quicktime.author", "com.apple.quicktime.artist", "©aut", "©ART", "artist");
    }

    Optional<String> copyright() {
        return first("com.apple.quicktime.copyright", "©cpy", "cprt", "copyright");
    }

    /** As the recorder's clock showed it. A day alone is when something was published. */
    Optional<LocalTimestamp> recorded() {
        return all("com.apple.quicktime.creationdate", "©day").filter(text -> text.contains("T"))
                .flatMap(text -> LocalTimestamp.ofXmp(text).stream())
                .findFirst();
    }

    Optional<Gps> place() {
        return all("com.apple.quicktime.location.ISO6709", "©xyz", "location")
                .flatMap(text -> Iso6709.parse(text).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(place));
    }

    private Optional<String> first(String... keys) {
        return all(keys).findFirst();
    }

    private Stream<String> all(String... keys) {
        return Stream.of(keys).flatMap(key -> Optional.ofNullable(texts.get(key)).stream());
    }
}
