package dev.albumen.rest.share;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.share.ListSharedImages;
import dev.albumen.application.share.ShareVisits;
import dev.albumen.application.share.UnlockShare;
import dev.albumen.application.share.ViewSharedImage;
import dev.albumen.application.share.VisitShare;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.AlbumId;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Share links, for those who hold them. Nothing of it is kept by caches. */
@Controller("/api/v1/public/shares/{token}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Public shares")
final class PublicSharesController {

    private final VisitShare visitShare;
    private final ListSharedImages listSharedImages;
    private final ViewSharedImage viewSharedImage;
    private final UnlockShare unlockShare;
    private final SharedImageUrls urls;
    private final Lists lists;
    private final JsonAnswers answers;
    private final Guests guests;
    private final InstantSource clock;

    PublicSharesController(
            VisitShare visitShare, ListSharedImages listSharedImages, ViewSharedImage viewSharedImage, UnlockShare unlockShare,
            SharedImageUrls urls, Lists lists, JsonAnswers answers, Guests guests, InstantSource clock) {
        this.visitShare = visitShare;
        this.listSharedImages = listSharedImages;
        this.viewSharedImage = viewSharedImage;
        this.unlockShare = unlockShare;
        this.urls = urls;
        this.lists = lists;
        this.answers = answers;
        this.guests = guests;
        this.clock = clock;
    }

    @Get
    @Operation(
            summary = "Open a link",
            description = "By its token, or by its slug. Without a valid visit this counts one view and gives a visit for 24 hours, "
                    + "in the answer and as a cookie; sent as a bearer token, it lets nothing count again. Where views are limited, "
                    + "all else below the link wants a visit (401, share-visit-required) or an address that was signed in one, and "
                    + "whoever has none when they are used up gets a 410, share-used-up.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PublicShareBodies.View.class)))
    HttpResponse<?> open(HttpRequest<?> request, Viewer viewer, @PathVariable String token) {
        var visited = visitShare.handle(viewer, new VisitShare.Query(UnlockCookie.knock(request, token), guests.of(request)));
        var answer = answers.fresh(200, PublicShareBodies.View.of(visited));
        return visited.begun() ? answer.cookies(cookies(request, token, visited.visit())) : answer;
    }

    @Post("/unlock")
    @Operation(summary = "Open a link with its password", description = "Counts one view, and gives a visit.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PublicShareBodies.Visit.class)))
    HttpResponse<?> unlock(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @Body PublicShareBodies.Password body) {
        var visit = unlockShare.handle(viewer, new UnlockShare.Command(token, body.password(), guests.of(request)));
        return answers.fresh(200, PublicShareBodies.Visit.of(visit)).cookies(cookies(request, token, visit));
    }

    private Set<Cookie> cookies(HttpRequest<?> request, String token, ShareVisits.Visit visit) {
        return UnlockCookie.of(request, token, visit, Duration.between(clock.instant(), visit.expiresAt()).toSeconds());
    }

    @Get("/images{?album}")
    @Operation(summary = "List what a link shows")
    HttpResponse<?> list(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @RequestBean PageQuery page,
            @QueryValue @Nullable @Schema(description = "an album of the project that the link is to") UUID album) {
        var query = new ListSharedImages.Query(UnlockCookie.knock(request, token), album == null ? null : new AlbumId(album),
                lists.page(page, Viewer.ANONYMOUS));
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
