package dev.albumen.rest.docs;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.rest.shared.ByteAnswers;
import dev.albumen.rest.shared.MemoryBytes;
import io.micronaut.http.HttpRequest;
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

    /** Asked for again each time, and then mostly answered with 304. */
    private static final String CHECKED = "public, no-cache";
    private static final Set<String> OWN = Set.of("docs.js");

    private final OpenApiDocument document;
    private final StaticPages pages;
    private final ByteAnswers answers;

    PagesController(OpenApiDocument document, StaticPages pages, ByteAnswers answers) {
        this.document = document;
        this.pages = pages;
        this.answers = answers;
    }

    @Get
    HttpResponse<?> home(HttpRequest<?> request) {
        return pages.of(request, "docs/home.html", CHECKED);
    }

    @Get("/docs")
    HttpResponse<?> docs(HttpRequest<?> request) {
        return pages.of(request, "docs/docs.html", CHECKED);
    }

    @Get("/docs/{name}")
    HttpResponse<?> asset(HttpRequest<?> request, @PathVariable String name) {
        if (!name.matches("[a-z0-9-]+\\.(js|css|png)")) {
            throw Refusal.notFound();
        }
        return pages.of(request, OWN.contains(name) ? "docs/" + name : "META-INF/swagger/views/swagger-ui/res/" + name,
                "public, max-age=3600");
    }

    @Get("/openapi/albumen.yml")
    HttpResponse<?> yaml(HttpRequest<?> request) {
        return answers.of(request, MemoryBytes.of("application/yaml", CHECKED, document.yaml()));
    }

    @Get("/openapi/albumen.json")
    HttpResponse<?> json(HttpRequest<?> request) {
        return answers.of(request, MemoryBytes.of("application/json", CHECKED, document.json()));
    }
}
