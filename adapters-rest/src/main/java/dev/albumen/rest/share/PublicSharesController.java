package dev.albumen.rest.share;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.share.ListSharedImages;
import dev.albumen.application.share.OpenShare;
import dev.albumen.application.share.UnlockShare;
import dev.albumen.application.share.ViewSharedImage;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** Share links, for those who hold them. Nothing of it is kept by caches. */
@Controller("/api/v1/public/shares/{token}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Public shares")
final class PublicSharesController {

    private final OpenShare openShare;
    private final ListSharedImages listSharedImages;
    private final ViewSharedImage viewSharedImage;
    private final UnlockShare unlockShare;
    private final SharedImageUrls urls;
    private final Lists lists;
    private final JsonAnswers answers;
    private final HttpClientAddressResolver visitors;
    private final InstantSource clock;

    PublicSharesController(
            OpenShare openShare, ListSharedImages listSharedImages, ViewSharedImage viewSharedImage, UnlockShare unlockShare,
            SharedImageUrls urls, Lists lists, JsonAnswers answers, HttpClientAddressResolver visitors, InstantSource clock) {
        this.openShare = openShare;
        this.listSharedImages = listSharedImages;
        this.viewSharedImage = viewSharedImage;
        this.unlockShare = unlockShare;
        this.urls = urls;
        this.lists = lists;
        this.answers = answers;
        this.visitors = visitors;
        this.clock = clock;
    }

    @Get
    @Operation(summary = "Open a link")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PublicShareBodies.View.class)))
    HttpResponse<?> open(HttpRequest<?> request, Viewer viewer, @PathVariable String token) {
        var open = openShare.handle(viewer, new OpenShare.Query(UnlockCookie.knock(request, token)));
        return answers.fresh(200, PublicShareBodies.View.of(open));
    }

    @Post("/unlock")
    @Operation(summary = "Open a link with its password")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PublicShareBodies.Unlocked.class)))
    HttpResponse<?> unlock(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @Body PublicShareBodies.Password body) {
        var unlock = unlockShare.handle(viewer, new UnlockShare.Command(token, body.password(), visitors.resolve(request)));
        long lasts = Duration.between(clock.instant(), unlock.expiresAt()).toSeconds();
        return answers.fresh(200, PublicShareBodies.Unlocked.of(unlock)).cookies(UnlockCookie.of(request, token, unlock, lasts));
    }

    @Get("/images")
    @Operation(summary = "List what a link shows")
    HttpResponse<?> list(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @RequestBean PageQuery page) {
        var query = new ListSharedImages.Query(UnlockCookie.knock(request, token), lists.page(page, Viewer.ANONYMOUS));
        var shown = listSharedImages.handle(viewer, query);
        return lists.fresh(page, Viewer.ANONYMOUS, shown.images().map(image -> picture(token, shown.link(), image)));
    }

    @Get("/images/{id}")
    @Operation(summary = "Read one image of a link")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PublicShareBodies.Picture.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable UUID id) {
        var shown = viewSharedImage.handle(viewer, new ViewSharedImage.Query(UnlockCookie.knock(request, token), new ImageId(id)));
        return answers.fresh(200, picture(token, shown.link(), shown.image()));
    }

    private PublicShareBodies.Picture picture(String token, ShareLink link, ImageView image) {
        return PublicShareBodies.Picture.of(link, image, urls.of(token, link, image));
    }
}
