package dev.albumen.rest.share.page;

import dev.albumen.application.share.BrowseShare;
import dev.albumen.application.share.BrowseSharedImage;
import dev.albumen.application.share.Knock;
import dev.albumen.application.share.ShareVisits;
import dev.albumen.application.share.UnlockShare;
import dev.albumen.application.share.VisitShare;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.shared.Violation;
import dev.albumen.rest.share.Guests;
import dev.albumen.rest.share.UnlockCookie;
import dev.albumen.rest.shared.PageForm;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pages that a handed out link leads to. */
@Controller("/s/{token}")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("*/*")
final class SharePageController {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY = 429;
    private static final AlbumId NO_ALBUM = new AlbumId(new UUID(0, 0));

    private final VisitShare visitShare;
    private final BrowseShare browseShare;
    private final BrowseSharedImage browseSharedImage;
    private final UnlockShare unlockShare;
    private final Choosing choosing;
    private final Talking talking;
    private final SharePages pages;
    private final WrittenPages written;
    private final PageAnswers answers;
    private final RefusalPages refusals;
    private final Guests guests;
    private final InstantSource clock;

    SharePageController(
            VisitShare visitShare, BrowseShare browseShare, BrowseSharedImage browseSharedImage, UnlockShare unlockShare,
            Choosing choosing, Talking talking, SharePages pages, WrittenPages written, PageAnswers answers, RefusalPages refusals, Guests guests, InstantSource clock) {
        this.visitShare = visitShare;
        this.browseShare = browseShare;
        this.browseSharedImage = browseSharedImage;
        this.unlockShare = unlockShare;
        this.choosing = choosing;
        this.talking = talking;
        this.pages = pages;
        this.written = written;
        this.answers = answers;
        this.refusals = refusals;
        this.guests = guests;
        this.clock = clock;
    }

    /** @param from what the page begins with; whatever is no longer shown begins with the first */
    @Get("{?from}")
    HttpResponse<?> show(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @QueryValue @Nullable String from) {
        return shown(request, viewer, new Place(token, null), from);
    }

    /** An album of a project. */
    @Get("/a/{album}{?from}")
    HttpResponse<?> showAlbum(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable String album,
            @QueryValue @Nullable String from) {
        return shown(request, viewer, new Place(token, album(album)), from);
    }

    private HttpResponse<?> shown(HttpRequest<?> request, Viewer viewer, Place place, @Nullable String from) {
        String token = place.token();
        return refusals.guarded(request, "/s/" + token + "/unlock", () -> {
            VisitShare.Visited visited = visited(request, viewer, token);
            var shown = browseShare.handle(viewer, new BrowseShare.Query(
                    within(token, visited), place.album(), image(from).orElse(null), SharePages.LEAF));
            if (shown.open().share().facts().link().resource() instanceof SharedResource.OfImage(ImageId id)) {
                return imagePage(request, viewer, place, visited, id, Said.NOTHING);
            }
            Choosing.Choice choice = choice(request, viewer, token, visited);
            return page(request, token, visited, choice, written.of(address(request, place, choice) + " " + from, new Shown(shown, choice, null),
                    () -> PageAnswers.written(output -> JtealbumGenerated.render(output, null, pages.album(request, place, shown, choice)))));
        });
    }

    @Get("/i/{id}")
    HttpResponse<?> showImage(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable String id) {
        return shownImage(request, viewer, new Place(token, null), id);
    }

    /** An image among those of an album of a project. */
    @Get("/a/{album}/i/{id}")
    HttpResponse<?> showImageOfAlbum(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable String album, @PathVariable String id) {
        return shownImage(request, viewer, new Place(token, album(album)), id);
    }

    private HttpResponse<?> shownImage(HttpRequest<?> request, Viewer viewer, Place place, String id) {
        return refusals.guarded(request, "/s/" + place.token() + "/unlock?image=" + image(id).map(ImageId::toString).orElse(""),
                () -> imagePage(request, viewer, place, visited(request, viewer, place.token()), image(id).orElseThrow(Refusal::notFound),
                        Said.NOTHING));
    }

    /** Says something of an image. */
    @Post("/i/{id}/comments")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> say(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable String id, @Nullable @Body InputStream body) {
        return say(request, viewer, new Place(token, null), id, body);
    }

    /** Says something of an image among those of an album of a project. */
    @Post("/a/{album}/i/{id}/comments")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sayInAlbum(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable String album, @PathVariable String id,
            @Nullable @Body InputStream body) {
        return say(request, viewer, new Place(token, album(album)), id, body);
    }

    private HttpResponse<?> say(HttpRequest<?> request, Viewer viewer, Place place, String id, @Nullable InputStream body) {
        return refusals.guarded(request, "/s/" + place.token() + "/unlock?image=" + image(id).map(ImageId::toString).orElse(""), () -> {
            ImageId image = image(id).orElseThrow(Refusal::notFound);
            VisitShare.Visited visited = visited(request, viewer, place.token());
            browseSharedImage.handle(viewer, new BrowseSharedImage.Query(
                    within(place.token(), visited), place.album(), image, SharePages.LEAF)); // it is where its page is
            PageForm form = PageForm.read(body);
            TalkPart.Typed typed = new TalkPart.Typed(typed(form, "name"), typed(form, "words"));
            try {
                talking.say(viewer, within(place.token(), visited), image, typed.name(), typed.words(), guests.of(request).address());
            } catch (RefusedException refused) {
                return imagePage(request, viewer, place, visited, image, Said.inVain(typed, refused));
            }
            return begun(request, place.token(), visited, SelectionPages.onward(place.address() + "/i/" + image + "#talk"));
        });
    }

    /** Browsers end lines with two characters. */
    private static String typed(PageForm form, String field) {
        return Objects.requireNonNullElse(form.text(field), "").replace("\r\n", "\n");
    }

    /** @param image whose page is shown then */
    @Post("/unlock{?image}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> unlock(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @QueryValue @Nullable String image,
            @Nullable @Body InputStream body) {
        String page = "/s/" + token + image(image).map(id -> "/i/" + id).orElse("");
        String again = "/s/" + token + "/unlock" + image(image).map(id -> "?image=" + id).orElse("");
        return refusals.guarded(request, again, () -> {
            var done = HttpResponse.seeOther(URI.create(page)).header("Cache-Control", PageAnswers.KEPT_NOWHERE);
            String password = Objects.requireNonNullElse(PageForm.read(body).text("password"), "");
            try {
                var visit = unlockShare.handle(viewer, new UnlockShare.Command(token, password, guests.of(request)));
                return done.cookies(cookies(request, token, visit));
            } catch (RefusedException refused) {
                if (refused.refusal() instanceof Refusal.Conflict) {
                    return done; // it has no password any more
                }
                throw refused;
            }
        });
    }

    /** Whoever comes to a page without a visit begins one. */
    private VisitShare.Visited visited(HttpRequest<?> request, Viewer viewer, String token) {
        return visitShare.handle(viewer, new VisitShare.Query(UnlockCookie.knock(request, token), guests.of(request)));
    }

    private static Knock within(String token, VisitShare.Visited visited) {
        return new Knock(token, visited.visit().token());
    }

    private HttpResponse<?> imagePage(HttpRequest<?> request, Viewer viewer, Place place, VisitShare.Visited visited, ImageId id, Said said) {
        String token = place.token();
        var shown = browseSharedImage.handle(viewer, new BrowseSharedImage.Query(
                within(token, visited), place.album(), id, SharePages.LEAF));
        Place at = place.at(shown.album());
        Choosing.Choice choice = choice(request, viewer, token, visited);
        TalkPart talk = talk(viewer, at, visited, id, said);
        Supplier<byte[]> page = () -> PageAnswers.written(output -> JteimageGenerated.render(output, null,
                pages.image(request, at, shown, choice, talk)));
        if (said.status() != OK) {
            return begun(request, token, visited, PageAnswers.told(said.status(), page.get()));
        }
        return page(request, token, visited, choice,
                written.of(address(request, at, choice) + "/i/" + id, new Shown(shown, choice, talk), page));
    }

    /** {@code null} where the link lets nobody speak. */
    private @Nullable TalkPart talk(Viewer viewer, Place place, VisitShare.Visited visited, ImageId id, Said said) {
        if (!visited.open().holder().grants().contains(Viewer.Grant.COMMENT)) {
            return null;
        }
        return TalkPart.of(place, id.toString(), talking.of(viewer, within(place.token(), visited), id),
                visited.open().share().facts().link().recipient() == null, said.typed(), said.trouble());
    }

    /**
     * What a visitor has just said in vain, or nothing.
     *
     * @param trouble {@code null} where nothing was said
     */
    private record Said(int status, TalkPart.Typed typed, @Nullable String trouble) {

        static final Said NOTHING = new Said(OK, TalkPart.Typed.NOTHING, null);

        /** What they can do something about; all else is told on a page of its own. */
        static Said inVain(TalkPart.Typed typed, RefusedException refused) {
            return switch (refused.refusal()) {
                case Refusal.Invalid(List<Violation> violations) -> new Said(BAD_REQUEST, typed, violations.getFirst().detail());
                case Refusal.Throttled throttled -> new Said(TOO_MANY, typed, "That is a lot at once. Wait a few minutes, then say it again.");
                default -> throw refused;
            };
        }
    }

    /** What a page shows, what its visitor has chosen of it, and what was said of it. */
    private record Shown(Object things, Choosing.@Nullable Choice choice, @Nullable TalkPart talk) {}

    /** {@code null} where the link lets nobody choose. */
    private Choosing.@Nullable Choice choice(HttpRequest<?> request, Viewer viewer, String token, VisitShare.Visited visited) {
        return visited.open().share().takesSelections() ? choosing.of(request, viewer, within(token, visited)) : null;
    }

    private String address(HttpRequest<?> request, Place place, Choosing.@Nullable Choice choice) {
        return pages.address(request, place) + (choice == null || choice.key() == null ? "" : " for " + choice.key());
    }

    /** What somebody has chosen is for them alone. */
    private HttpResponse<?> page(
            HttpRequest<?> request, String token, VisitShare.Visited visited, Choosing.@Nullable Choice choice, WrittenPages.Written page) {
        boolean own = choice != null && choice.key() != null;
        var answer = answers.of(request, page, own || visited.open().share().facts().link().hasPassword());
        return begun(request, token, visited, answer);
    }

    /** With the cookies of a visit that has just begun. */
    private HttpResponse<?> begun(HttpRequest<?> request, String token, VisitShare.Visited visited, MutableHttpResponse<?> answer) {
        return visited.begun() ? answer.cookies(cookies(request, token, visited.visit())) : answer;
    }

    private Set<Cookie> cookies(HttpRequest<?> request, String token, ShareVisits.Visit visit) {
        return UnlockCookie.of(request, token, visit, Duration.between(clock.instant(), visit.expiresAt()).toSeconds());
    }

    /** What is no album's name names none that there is. */
    private static AlbumId album(String text) {
        try {
            return new AlbumId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return NO_ALBUM;
        }
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
