package dev.albumen.rest.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.albumen.application.share.AnalyzeShare;
import dev.albumen.application.share.ChangeShare;
import dev.albumen.application.share.CreateShare;
import dev.albumen.application.share.OwnedShare;
import dev.albumen.application.share.ShareTraffic;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareTerms;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.share.Slug;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Share links as those who make them see them. */
final class ShareBodies {

    private ShareBodies() {}

    /** A project is an album with all albums in it. */
    enum ResourceType {
        ALBUM, PROJECT, IMAGE;

        static ResourceType of(SharedResource resource) {
            return switch (resource) {
                case SharedResource.OfAlbum album -> ALBUM;
                case SharedResource.OfProject project -> PROJECT;
                case SharedResource.OfImage image -> IMAGE;
            };
        }
    }

    private static final String SLUG = "a name for the address in place of the token, unique on this instance; 3 to 64 small letters, "
            + "digits and inner hyphens. It can be guessed: give the link a password where that matters";
    private static final String STARTS_AT = "before it the link answers like one that does not exist";
    private static final String MAX_VIEWS = "visits before the link is used up, from 1 to 1,000,000; null for any number";
    private static final String MAX_DOWNLOADS = "downloads before no more are given, from 1 to 1,000,000; null for any number";

    /** What is left out is {@code none}, {@code false} or missing. */
    @Introspected
    @Schema(name = "NewShareLink", example = """
            {"resourceType": "album", "resourceId": "0190a1de-7c00-7000-8000-000000000001", "label": "For the family",
             "slug": "summer-by-the-sea", "startsAt": "2029-06-01T00:00:00Z", "expiresAt": "2030-01-01T00:00:00Z", "maxViews": 100,
             "allowDownload": "preview", "allowComments": true}""")
    record Create(
            ResourceType resourceType, UUID resourceId, @Nullable String label, @Schema(description = SLUG) @Nullable String slug,
            @Schema(description = STARTS_AT) @Nullable Instant startsAt, @Nullable Instant expiresAt, @Nullable String password,
            @Schema(description = MAX_VIEWS) @Nullable Integer maxViews,
            @Schema(description = MAX_DOWNLOADS) @Nullable Integer maxDownloads, @Nullable Download allowDownload,
            @Nullable Boolean allowUpload, @Nullable Boolean allowComments, @Nullable Boolean showMetadata,
            @Nullable Boolean watermark) {

        CreateShare.Command command() {
            ShareTerms terms = new ShareTerms(label, slug == null ? null : Slug.chosen(slug), startsAt, expiresAt, maxViews,
                    maxDownloads, allowDownload == null ? Download.NONE : allowDownload, Boolean.TRUE.equals(allowUpload),
                    Boolean.TRUE.equals(allowComments), Boolean.TRUE.equals(showMetadata), Boolean.TRUE.equals(watermark));
            return new CreateShare.Command(resource(), terms, password);
        }

        private SharedResource resource() {
            return ShareBodies.resource(resourceType, resourceId);
        }

        @Override
        public String toString() {
            return "Create[" + resourceType + " " + resourceId + "]";
        }
    }

    /** @param password {@code null} takes it away */
    @Introspected
    @Schema(name = "ShareLinkPatch", example = "{\"active\": false}")
    record Patch(
            Change<String> label, @Schema(description = SLUG) Change<String> slug,
            @Schema(description = STARTS_AT) Change<Instant> startsAt, Change<Instant> expiresAt, Change<String> password,
            @Schema(description = MAX_VIEWS) Change<Integer> maxViews,
            @Schema(description = MAX_DOWNLOADS) Change<Integer> maxDownloads, Change<Download> allowDownload,
            Change<Boolean> allowUpload, Change<Boolean> allowComments, Change<Boolean> showMetadata, Change<Boolean> active,
            Change<Boolean> watermark) {

        ChangeShare.Command command(ShareId id, Optional<Long> expected) {
            var terms = new ShareTerms.Patch(label, slug.map(Slug::chosen), startsAt, expiresAt, maxViews, maxDownloads,
                    allowDownload, allowUpload, allowComments, showMetadata, watermark);
            return new ChangeShare.Command(id, terms, password, active, expected);
        }

        @Override
        public String toString() {
            return "Patch[…]";
        }
    }

    /**
     * @param token for the link's owner alone
     * @param url the same, with the slug where there is one
     * @param slug {@code null} for everybody but the owner too
     * @param recipients to how many it was given under their names
     * @param selection {@code null} where nothing was said about choosing
     */
    @Serdeable.Serializable
    @Schema(name = "ShareLink")
    record View(
            UUID id, String resourceType, UUID resourceId, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url, @Nullable String label,
            @Nullable String slug, @Nullable Instant startsAt, @Nullable Instant expiresAt, boolean hasPassword, boolean active,
            @Nullable Integer maxViews, @Nullable Integer maxDownloads, String allowDownload, boolean allowUpload,
            boolean allowComments, boolean showMetadata, boolean watermark, @Nullable SelectionView selection, int recipients, String state,
            long views, long downloads, Instant createdAt, Instant updatedAt, long version) {

        static View of(OwnedShare share, @Nullable String address) {
            ShareLink link = share.link();
            UUID resource = switch (link.resource()) {
                case SharedResource.OfAlbum(AlbumId id) -> id.value();
                case SharedResource.OfProject(AlbumId id) -> id.value();
                case SharedResource.OfImage(ImageId id) -> id.value();
            };
            ShareTerms terms = link.terms();
            return new View(link.id().value(), Labels.of(ResourceType.of(link.resource())), resource, share.token(),
                    address, terms.label(), share.token() == null || terms.slug() == null ? null : terms.slug().value(), terms.startsAt(), terms.expiresAt(),
                    link.hasPassword(), link.active(), terms.maxViews(), terms.maxDownloads(), Labels.of(terms.allowDownload()),
                    terms.allowUpload(), terms.allowComments(), terms.showMetadata(), terms.watermark(),
                    share.selection().version() == 0 ? null : SelectionView.of(share.selection()),
                    share.recipients(), Labels.of(share.state()),
                    share.used().views(), share.used().downloads(), link.createdAt(),
                    link.updatedAt(), link.version());
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    /** @param visitors different ones on that day; told apart by a hash that is thrown away when the day is over */
    @Serdeable.Serializable
    @Schema(name = "ShareDay")
    record Day(LocalDate date, long views, long visitors, long downloads) {}

    @Serdeable.Serializable
    @Schema(name = "ShareImageDownloads")
    record ImageDownloads(UUID imageId, long downloads) {}

    /**
     * @param from the first day, in UTC
     * @param to the last one: today
     * @param views since there is the link
     * @param days every day from the first to the last
     * @param images at most 50, the most downloaded in these days first; archives are not among them
     */
    @Serdeable.Serializable
    @Schema(name = "ShareAnalytics")
    record Analytics(LocalDate from, LocalDate to, long views, long downloads, List<Day> days, List<ImageDownloads> images) {

        static Analytics of(AnalyzeShare.Analysis analysis) {
            Map<LocalDate, ShareTraffic.Day> known = analysis.report().days().stream()
                    .collect(Collectors.toMap(ShareTraffic.Day::date, Function.identity()));
            return new Analytics(analysis.first(), analysis.last(), analysis.used().views(), analysis.used().downloads(),
                    analysis.first().datesUntil(analysis.last().plusDays(1)).map(date -> day(date, known.get(date))).toList(),
                    analysis.report().images().stream().map(one -> new ImageDownloads(one.image().value(), one.downloads())).toList());
        }

        private static Day day(LocalDate date, ShareTraffic.@Nullable Day day) {
            return day == null ? new Day(date, 0, 0, 0) : new Day(date, day.views(), day.visitors(), day.downloads());
        }
    }

    static SharedResource resource(ResourceType type, UUID id) {
        return switch (type) {
            case ALBUM -> new SharedResource.OfAlbum(new AlbumId(id));
            case PROJECT -> new SharedResource.OfProject(new AlbumId(id));
            case IMAGE -> new SharedResource.OfImage(new ImageId(id));
        };
    }
}
