package dev.albumen.rest.share;

import dev.albumen.application.share.OpenShare;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.docs.StaticPages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** The page that a handed out link leads to. */
@Controller("/s/{token}")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("*/*")
final class SharePageController {

    private final OpenShare openShare;
    private final StaticPages pages;

    SharePageController(OpenShare openShare, StaticPages pages) {
        this.openShare = openShare;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, Viewer viewer, @PathVariable String token) {
        try {
            openShare.handle(viewer, new OpenShare.Query(UnlockCookie.knock(request, token)));
        } catch (RefusedException refused) {
            if (!(refused.refusal() instanceof Refusal.Unauthenticated)) {
                throw refused;
            }
            // the page asks for the password
        }
        return pages.of(request, "docs/share.html", "no-store");
    }
}
