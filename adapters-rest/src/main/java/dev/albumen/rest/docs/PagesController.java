package dev.albumen.rest.docs;

import dev.albumen.domain.shared.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Set;

/** The service's own pages. They load nothing from anywhere else, and their policy says so. */
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces("*/*")
final class PagesController {

    private static final Set<String> OWN = Set.of("docs.js", "share.js");

    private final OpenApiDocument document;
    private final StaticPages pages;

    PagesController(OpenApiDocument document, StaticPages pages) {
        this.document = document;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> home() {
        return pages.of("docs/home.html");
    }

    @Get("/docs")
    HttpResponse<?> docs() {
        return pages.of("docs/docs.html");
    }

    @Get("/docs/{name}")
    HttpResponse<?> asset(@PathVariable String name) {
        if (!name.matches("[a-z0-9-]+\\.(js|css|png)")) {
            throw Refusal.notFound();
        }
        return pages.of(OWN.contains(name) ? "docs/" + name : "META-INF/swagger/views/swagger-ui/res/" + name)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
    }

    @Get("/openapi/albumen.yml")
    HttpResponse<?> yaml() {
        return HttpResponse.ok(document.yaml()).header(HttpHeaders.CONTENT_TYPE, "application/yaml");
    }

    @Get("/openapi/albumen.json")
    HttpResponse<?> json() {
        return HttpResponse.ok(document.json()).header(HttpHeaders.CONTENT_TYPE, "application/json");
    }
}
