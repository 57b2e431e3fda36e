package dev.albumen.application.image;

import dev.albumen.domain.image.ColorName;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Orientation;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a search text: {@code field:value}, each of which becomes a criterion. */
final class SearchFields {

    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern HEX_COLOR = Pattern.compile("#\\p{XDigit}{6}");
    private static final Set<String> STATUSES = Set.of("pending", "ready", "failed");

    private final String pointer;
    /** What makes a criterion of a value, and of whether it was quoted. In alphabetical order, which is that of the refusal. */
    private final Map<String, BiFunction<String, Boolean, Criterion>> fields = new TreeMap<>();

    private SearchFields(String pointer, UnaryOperator<String> tagForm) {
        this.pointer = pointer;
        SearchValues values = SearchValues.of(pointer);
        fields.put("album", (value, quoted) -> album(value));
        fields.put("bytes", (value, quoted) -> values.bytes(value));
        fields.put("camera", Criterion.Camera::new);
        fields.put("category", (value, quoted) -> new Criterion.Categorised(value));
        fields.put("color", (value, quoted) -> color(value));
        fields.put("favorite", (value, quoted) -> truth("favorite", value, new Criterion.Favorite()));
        fields.put("is", (value, quoted) -> is(value));
        fields.put("label", (value, quoted) -> new Criterion.Labelled(tagForm.apply(value)));
        fields.put("lens", Criterion.Lens::new);
        fields.put("near", (value, quoted) -> values.near(value));
        fields.put("orientation", (value, quoted) -> orientation(value));
        fields.put("place", Criterion.Located::new);
        fields.put("rating", (value, quoted) -> values.rating(value));
        fields.put("size", (value, quoted) -> values.pixels(value));
        fields.put("status", (value, quoted) -> status(value));
        fields.put("tag", (value, quoted) -> new Criterion.Tagged(tagForm.apply(value)));
        fields.put("taken", (value, quoted) -> values.taken(value));
        fields.put("title", (value, quoted) -> new Criterion.Titled(value));
        fields.put("type", (value, quoted) -> type(value));
    }

    static SearchFields of(String pointer, UnaryOperator<String> tagForm) {
        return new SearchFields(pointer, tagForm);
    }

    Criterion read(String name, String value, boolean quoted) {
        BiFunction<String, Boolean, Criterion> field = fields.get(name.toLowerCase(Locale.ROOT));
        if (field == null) {
            throw Refusal.invalid(pointer, "unknown-field", "There is no field \"" + name + "\". Fields are "
                    + String.join(", ", fields.keySet()) + ". Put it in quotes to look for the words.");
        }
        if (value.isBlank()) {
            throw Refusal.invalid(pointer, "empty-field", "The field \"" + name + "\" needs a value right behind the colon.");
        }
        return field.apply(value.strip(), quoted);
    }

    private static Criterion album(String value) {
        return UUID_FORM.matcher(value).matches()
                ? new Criterion.InAlbum(new AlbumId(UUID.fromString(value))) : new Criterion.InAlbumTitled(value);
    }

    /** By its name, or by its red, green and blue, which then stands for the name of that colour. */
    private Criterion color(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        ColorName color = HEX_COLOR.matcher(lower).matches() ? ColorName.of(lower)
                : ColorName.labelled(lower.equals("grey") ? "gray" : lower)
                        .orElseThrow(() -> refused("color", Arrays.stream(ColorName.values()).map(ColorName::label), "or such as #4a6f8c"));
        return new Criterion.Colored(color);
    }

    private Criterion orientation(String value) {
        return new Criterion.Shaped(Orientation.labelled(value.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> refused("orientation", Arrays.stream(Orientation.values()).map(Orientation::label), "")));
    }

    private Criterion status(String value) {
        if (!STATUSES.contains(value)) {
            throw refused("status", STATUSES.stream().sorted(), "");
        }
        return new Criterion.InState(value);
    }

    private Criterion is(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "video" -> ofKind(true);
            case "picture" -> ofKind(false);
            case "favorite" -> new Criterion.Favorite();
            case "shared" -> new Criterion.Shared();
            case "rated" -> new Criterion.Rated(1, 5);
            default -> throw refused("is", Stream.of("favorite", "picture", "rated", "shared", "video"), "");
        };
    }

    private static Criterion ofKind(boolean video) {
        return new Criterion.OfType(Arrays.stream(MediaType.values()).filter(type -> type.isVideo() == video).collect(Collectors.toSet()));
    }

    /** A media type, all of a kind of them, or what files of that type usually end with. */
    private Criterion type(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        Set<MediaType> found = Arrays.stream(MediaType.values())
                .filter(type -> type.mimeType().equals(lower) || type.mimeType().startsWith(lower + "/")
                        || type.extension().equals(lower) || type.name().toLowerCase(Locale.ROOT).equals(lower))
                .collect(Collectors.toSet());
        if (found.isEmpty()) {
            throw refused("type", Arrays.stream(MediaType.values()).map(type -> type.name().toLowerCase(Locale.ROOT)),
                    "image, video or a media type such as image/jpeg");
        }
        return new Criterion.OfType(found);
    }

    private Criterion truth(String field, String value, Criterion wanted) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> wanted;
            case "no", "false" -> new Criterion.Not(wanted);
            default -> throw refused(field, Stream.of("yes", "no"), "");
        };
    }

    private RefusedException refused(String field, Stream<String> allowed, String more) {
        return SearchValues.refused(pointer, field, "one of " + allowed.collect(Collectors.joining(", ")) + (more.isEmpty() ? "" : ", " + more));
    }
}
