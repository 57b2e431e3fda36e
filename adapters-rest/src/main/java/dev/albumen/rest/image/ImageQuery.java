package dev.albumen.rest.image;

import dev.albumen.application.image.Criterion;
import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.SearchText;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Stars;
import dev.albumen.domain.tag.TagName;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a list of images can be narrowed by. Everything that is given counts. */
@Introspected
record ImageQuery(
        @QueryValue @Nullable @Schema(example = "harbour -fog camera:nikon taken:2024-05..2024-07", description = ImageQuery.Q) String q,
        @QueryValue @Nullable @Schema(description = "A tag's name; what bears a tag that lies in it is found too") String tag,
        @QueryValue @Nullable @Schema(description = "The name of a category of tags") String category,
        @QueryValue @Nullable UUID album,
        @QueryValue @Nullable UUID owner,
        @QueryValue @Nullable @Schema(description = "true or false") String favorite,
        @QueryValue @Nullable @Schema(description = "Media types, parted by commas; `image` or `video` for all of them") String type,
        @QueryValue @Nullable @Schema(description = "Rated by the caller with so many stars or more: 1 to 5") Integer minRating,
        @QueryValue @Nullable @Schema(description = "pending, ready or failed") String status,
        @QueryValue @Nullable @Schema(description = "A time, or a day in UTC") String takenFrom,
        @QueryValue @Nullable @Schema(description = "A time, or a day in UTC that counts in full") String takenTo,
        @QueryValue @Nullable @Schema(example = "nikon d750", description = "Each word begins a word of the camera's name") String camera,
        @QueryValue @Nullable @Schema(example = "blue", description = "A colour's name, or such as `#4a6f8c`") String color,
        @QueryValue @Nullable @Schema(example = "59.91,10.75,5", description = "Latitude, longitude and kilometres; finds own images only") String near,
        @QueryValue @Nullable @Schema(description = "createdAt, takenAt, filename, byteSize or likeCount, each with - for descending; relevance") String sort) {

    private static final String Q = """
            Words of titles, descriptions and tags, and of own images also of file names, cameras, lenses, places, what the file says, \
            and comments. Each begins a word, unless quoted. `-` before a word or field means without it. Fields: `album:` (id or \
            beginning of the title), `bytes:>10mb`, `camera:nikon` or `camera:"Nikon D750"` for the whole name, `category:nature`, `color:blue`, \
            `favorite:yes`, `is:favorite|picture|rated|shared|video`, `label:sea` (accepted; of own images suggested too), `lens:`, \
            `near:59.91,10.75,5`, \
            `orientation:landscape|portrait|square|panorama`, `place:oslo` (own images; of the nearest city, what it lies in or the \
            country; quoted for the whole name, such as `place:"Oslo, Norway"`), `rating:>=3`, `size:>12mp`, `status:`, `tag:`, `taken:2024-05..2024-07`, \
            `title:`, `type:jpeg`. Where no image has the words, `correctedTo` in the answer says what was looked for instead.""";

    ImageSearch search() {
        ImageSearch search = new ImageSearch(List.of(), List.copyOf(criteria()), album == null ? null : new AlbumId(album),
                owner == null ? null : new UserId(owner), sorted());
        return q == null || q.isBlank() ? search : search.and(SearchText.read("q", q, typed -> TagName.written("q", typed).value()));
    }

    private List<Criterion> criteria() {
        List<Criterion> criteria = new ArrayList<>();
        add(criteria, tag, name -> new Criterion.Tagged(TagName.written("tag", name).value()));
        add(criteria, category, name -> field("category", name));
        if (favorite != null) {
            criteria.add(truth() ? new Criterion.Favorite() : new Criterion.Not(new Criterion.Favorite()));
        }
        if (type != null && !type.isBlank()) {
            criteria.add(new Criterion.OfType(types(type)));
        }
        add(criteria, minRating, least -> new Criterion.Rated(Stars.chosen("minRating", least).count(), Stars.MOST));
        add(criteria, status, one -> field("status", one));
        if (takenFrom != null || takenTo != null) {
            criteria.add(new Criterion.Taken(time("takenFrom", takenFrom, 0), time("takenTo", takenTo, 1)));
        }
        add(criteria, camera, name -> field("camera", name));
        add(criteria, color, name -> field("color", name));
        add(criteria, near, place -> field("near", place));
        return criteria;
    }

    private static <V> void add(List<Criterion> criteria, @Nullable V given, Function<V, Criterion> reader) {
        if (given != null) {
            criteria.add(reader.apply(given));
        }
    }

    /** As the field of the same name in a search text. */
    private static Criterion field(String name, String value) {
        return SearchText.field(name, name, value);
    }

    /** Stricter than the framework, which takes every other word for false. */
    private boolean truth() {
        return switch (favorite) {
            case "true" -> true;
            case "false" -> false;
            case null, default -> throw Refusal.invalid("favorite", "unknown-value", "Expected true or false.");
        };
    }

    private static Set<MediaType> types(String type) {
        return Arrays.stream(type.split(",")).map(String::strip).flatMap(wanted -> {
            var found = Arrays.stream(MediaType.values())
                    .filter(known -> known.mimeType().equals(wanted) || known.mimeType().startsWith(wanted + "/")).toList();
            if (found.isEmpty()) {
                throw Refusal.invalid("type", "unknown-value", "There are no images of this type.");
            }
            return found.stream();
        }).collect(Collectors.toSet());
    }

    private ImageSearch.@Nullable Sort sorted() {
        return sort == null ? null : ImageSearch.Sort.of(sort)
                .orElseThrow(() -> Refusal.invalid("sort", "unknown-value", "Images cannot be sorted by this."));
    }

    /** @param days added to a mere day */
    private static @Nullable Instant time(String name, @Nullable String text, int days) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(name, "malformed", "Expected a time such as 2026-03-01T12:00:00Z, or a day such as 2026-03-01.");
        }
    }
}
