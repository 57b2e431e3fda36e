package dev.albumen.rest.image;

import dev.albumen.application.image.ImageSearch;
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
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a list of images can be narrowed by. */
@Introspected
record ImageQuery(
        @QueryValue @Nullable @Schema(description = "Words of titles, file names, descriptions, tags and metadata") String q,
        @QueryValue @Nullable String tag,
        @QueryValue @Nullable UUID album,
        @QueryValue @Nullable UUID owner,
        @QueryValue @Nullable @Schema(description = "true or false") String favorite,
        @QueryValue @Nullable @Schema(description = "Media types, parted by commas; `image` or `video` for all of them") String type,
        @QueryValue @Nullable @Schema(description = "Rated by the caller with so many stars or more: 1 to 5") Integer minRating,
        @QueryValue @Nullable @Schema(description = "pending, ready or failed") String status,
        @QueryValue @Nullable @Schema(description = "A time, or a day in UTC") String takenFrom,
        @QueryValue @Nullable @Schema(description = "A time, or a day in UTC that counts in full") String takenTo,
        @QueryValue @Nullable @Schema(description = "createdAt, takenAt, filename, byteSize or likeCount, each with - for descending; relevance") String sort) {

    private static final Set<String> STATUSES = Set.of("pending", "ready", "failed");

    ImageSearch search() {
        if (status != null && !STATUSES.contains(status)) {
            throw Refusal.invalid("status", "unknown-value", "Expected one of pending, ready, failed.");
        }
        return new ImageSearch(q == null || q.isBlank() ? null : q, tag == null ? null : TagName.written("tag", tag).value(),
                album == null ? null : new AlbumId(album), owner == null ? null : new UserId(owner), truth(), types(), stars(), status,
                time("takenFrom", takenFrom, 0), time("takenTo", takenTo, 1), sorted());
    }

    /** Stricter than the framework, which takes every other word for false. */
    private @Nullable Boolean truth() {
        return switch (favorite) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.invalid("favorite", "unknown-value", "Expected true or false.");
        };
    }

    private @Nullable Integer stars() {
        return minRating == null ? null : Stars.chosen("minRating", minRating).count();
    }

    private Set<MediaType> types() {
        if (type == null || type.isBlank()) {
            return Set.of();
        }
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
