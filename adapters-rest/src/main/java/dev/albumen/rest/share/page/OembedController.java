package dev.albumen.rest.share.page;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.share.BrowseShare;
import dev.albumen.application.share.BrowseSharedImage;
import dev.albumen.application.share.Knock;
import dev.albumen.application.share.OpenShare;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.share.SharedImageUrls;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.OwnAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells programs that show links what is behind one of ours (oEmbed 1.0). They know no password, so locked links stay locked. */
@Controller("/api/v1/oembed")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Public shares")
final class OembedController {

    private static final Pattern PAGE = Pattern.compile("/s/([A-Za-z0-9_.~-]{1,128})(?:/i/([0-9a-f-]{36}))?/?(?:[?#].*)?");
    /** Signatures hold for an hour at least. */
    private static final int CACHE_SECONDS = 3600;

    private final OpenShare openShare;
    private final BrowseShare browseShare;
    private final BrowseSharedImage browseSharedImage;
    private final SharedImageUrls urls;
    private final OwnAddress own;
    private final JsonAnswers answers;

    OembedController(
            OpenShare openShare, BrowseShare browseShare, BrowseSharedImage browseSharedImage, SharedImageUrls urls, OwnAddress own,
            JsonAnswers answers) {
        this.openShare = openShare;
        this.browseShare = browseShare;
        this.browseSharedImage = browseSharedImage;
        this.urls = urls;
        this.own = own;
        this.answers = answers;
    }

    /** @param maxWidth of a picture, in pixels */
    private record Asked(HttpRequest<?> request, Viewer viewer, Knock knock, int maxWidth, int maxHeight) {}

    @Get("{?url,format,maxwidth,maxheight}")
    @Operation(summary = "What programs show of a link (oEmbed)", description = "A link that is not there is a 404, one with a password a 401.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OembedBodies.Embedded.class)))
    HttpResponse<?> embed(
            HttpRequest<?> request, Viewer viewer,
            @QueryValue @Schema(description = "A link's page, or an image's on it") String url,
            @QueryValue @Nullable @Schema(description = "json, which is all there is") String format,
            @QueryValue @Nullable @Schema(description = "Of the picture, in pixels") Integer maxwidth,
            @QueryValue @Nullable @Schema(description = "Of the picture, in pixels") Integer maxheight) {
        if (format != null && !format.equals("json")) {
            throw Refusal.invalid("format", "unknown-value", "There is nothing but json.");
        }
        String host = own.of(request);
        Matcher page = PAGE.matcher(url.startsWith(host) ? url.substring(host.length()) : "");
        if (!page.matches()) {
            throw Refusal.notFound();
        }
        Asked asked = new Asked(request, viewer, new Knock(page.group(1), null), positive("maxwidth", maxwidth), positive("maxheight", maxheight));
        OpenShare.Open open = openShare.handle(viewer, new OpenShare.Query(asked.knock()));
        return answers.fresh(200, open.share().facts().link().resource() instanceof SharedResource.OfImage(ImageId id)
                ? image(asked, id)
                : page.group(2) == null ? album(asked, open.share().coverImageId()) : image(asked, id(page.group(2))));
    }

    private OembedBodies.Embedded album(Asked asked, @Nullable ImageId cover) {
        var shown = browseShare.handle(asked.viewer(), new BrowseShare.Query(asked.knock(), null, cover, 1));
        ShareLink link = shown.open().share().facts().link();
        String title = Words.title(shown.open().share());
        ImageView first = SharePages.cover(shown);
        if (first == null) {
            return embedded(asked, "link", title, null, null, null, null);
        }
        return embedded(asked, "link", title, null, null, urls.of(asked.knock().token(), link, first), thumbnail(asked, first));
    }

    private OembedBodies.Embedded image(Asked asked, ImageId id) {
        var shown = browseSharedImage.handle(asked.viewer(), new BrowseSharedImage.Query(asked.knock(), null, id, 1));
        ImageView view = shown.framed().image();
        ImageBodies.Urls addresses = urls.of(asked.knock().token(), shown.open().share().facts().link(), view);
        String title = view.image().title() != null ? view.image().title() : Words.title(shown.open().share());
        Dimensions preview = view.image().dimensions().within(Pictures.PREVIEW);
        if (preview.width() <= asked.maxWidth() && preview.height() <= asked.maxHeight()) {
            return embedded(asked, "photo", title, addresses.preview(), preview, addresses, thumbnail(asked, view));
        }
        Dimensions small = thumbnail(asked, view);
        return small == null
                ? embedded(asked, "link", title, null, null, null, null)
                : embedded(asked, "photo", title, addresses.thumbnail(), small, addresses, small);
    }

    private OembedBodies.Embedded embedded(
            Asked asked, String type, String title, @Nullable String picture, @Nullable Dimensions size, ImageBodies.@Nullable Urls urls,
            @Nullable Dimensions thumbnail) {
        String host = own.of(asked.request());
        return new OembedBodies.Embedded("1.0", type, title, "Albumen", host, CACHE_SECONDS, picture == null ? null : host + picture,
                size == null ? null : size.width(), size == null ? null : size.height(),
                urls == null || thumbnail == null ? null : host + urls.thumbnail(),
                thumbnail == null ? null : thumbnail.width(), thumbnail == null ? null : thumbnail.height());
    }

    /** {@code null} where even that is larger than wanted. */
    private static @Nullable Dimensions thumbnail(Asked asked, ImageView view) {
        Dimensions thumbnail = view.image().dimensions().within(Pictures.THUMBNAIL);
        return thumbnail.width() > asked.maxWidth() || thumbnail.height() > asked.maxHeight() ? null : thumbnail;
    }

    private static int positive(String name, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw Refusal.invalid(name, "out-of-range", "A number of pixels is at least 1.");
        }
        return value == null ? Integer.MAX_VALUE : value;
    }

    private static ImageId id(String text) {
        try {
            return new ImageId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
