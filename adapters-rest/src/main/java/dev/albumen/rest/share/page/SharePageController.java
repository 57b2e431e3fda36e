package dev.albumen.rest.share.page;

import dev.albumen.application.share.BrowseShare;
import dev.albumen.application.share.BrowseSharedImage;
import dev.albumen.application.share.Knock;
import dev.albumen.application.share.OpenShare;
import dev.albumen.application.share.UnlockShare;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.share.UnlockCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages that a handed out link leads to. */
@Controller("/s/{token}")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("*/*")
final class SharePageController {

    private final BrowseShare browseShare;
    private final BrowseSharedImage browseSharedImage;
    private final UnlockShare unlockShare;
    private final SharePages pages;
    private final PageAnswers answers;
    private final RefusalPages refusals;
    private final HttpClientAddressResolver visitors;
    private final InstantSource clock;

    SharePageController(
            BrowseShare browseShare, BrowseSharedImage browseSharedImage, UnlockShare unlockShare, SharePages pages,
            PageAnswers answers, RefusalPages refusals, HttpClientAddressResolver visitors, InstantSource clock) {
        this.browseShare = browseShare;
        this.browseSharedImage = browseSharedImage;
        this.unlockShare = unlockShare;
        this.pages = pages;
        this.answers = answers;
        this.refusals = refusals;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** @param from what the page begins with; whatever is no longer shown begins with the first */
    @Get("{?from}")
    HttpResponse<?> show(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @QueryValue @Nullable String from) {
        return refusals.guarded(request, "/s/" + token + "/unlock", () -> {
            Knock knock = UnlockCookie.knock(request, token);
            var shown = browseShare.handle(viewer, new BrowseShare.Query(knock, image(from).orElse(null), SharePages.LEAF));
            return shown.open().share().facts().link().resource() instanceof SharedResource.OfImage(ImageId id)
                    ? imagePage(request, viewer, knock, id)
                    : page(request, shown.open(),
                            PageAnswers.written(output -> JtealbumGenerated.render(output, null, pages.album(request, token, shown))));
        });
    }

    @Get("/i/{id}")
    HttpResponse<?> showImage(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable String id) {
        return refusals.guarded(request, "/s/" + token + "/unlock?image=" + image(id).map(ImageId::toString).orElse(""),
                () -> imagePage(request, viewer, UnlockCookie.knock(request, token), image(id).orElseThrow(Refusal::notFound)));
    }

    /** @param image whose page is shown then */
    @Post("/unlock{?image}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> unlock(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @QueryValue @Nullable String image,
            @Body("password") @Nullable String password) {
        String page = "/s/" + token + image(image).map(id -> "/i/" + id).orElse("");
        String again = "/s/" + token + "/unlock" + image(image).map(id -> "?image=" + id).orElse("");
        return refusals.guarded(request, again, () -> {
            var done = HttpResponse.seeOther(URI.create(page)).header("Cache-Control", PageAnswers.KEPT_NOWHERE);
            try {
                var unlock = unlockShare.handle(
                        viewer, new UnlockShare.Command(token, password == null ? "" : password, visitors.resolve(request)));
                long lasts = Duration.between(clock.instant(), unlock.expiresAt()).toSeconds();
                return done.cookies(UnlockCookie.of(request, token, unlock, lasts));
            } catch (RefusedException refused) {
                if (refused.refusal() instanceof Refusal.Conflict) {
                    return done; // it has no password any more
                }
                throw refused;
            }
        });
    }

    private HttpResponse<?> imagePage(HttpRequest<?> request, Viewer viewer, Knock knock, ImageId id) {
        var shown = browseSharedImage.handle(viewer, new BrowseSharedImage.Query(knock, id, SharePages.LEAF));
        return page(request, shown.open(), PageAnswers.written(
                output -> JteimageGenerated.render(output, null, pages.image(request, knock.token(), shown))));
    }

    private HttpResponse<?> page(HttpRequest<?> request, OpenShare.Open open, byte[] page) {
        return answers.of(request, page, open.share().facts().link().hasPassword());
    }

    /** Nothing where it is no image's name. */
    private static Optional<ImageId> image(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(new ImageId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
