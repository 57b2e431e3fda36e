package dev.albumen.rest.docs;

import dev.albumen.domain.shared.Refusal;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The service's own pages. They load nothing from anywhere else, and their policy says so. */
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces("*/*")
final class PagesController {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8", "png", "image/png");

    private final OpenApiDocument document;
    private final ResourceResolver resources;

    PagesController(OpenApiDocument document, ResourceResolver resources) {
        this.document = document;
        this.resources = resources;
    }

    @Get
    HttpResponse<?> home() throws IOException {
        return page("docs/home.html");
    }

    @Get("/docs")
    HttpResponse<?> docs() throws IOException {
        return page("docs/docs.html");
    }

    @Get("/docs/{name}")
    HttpResponse<?> asset(@PathVariable String name) throws IOException {
        if (!name.matches("[a-z0-9-]+\\.(js|css|png)")) {
            throw Refusal.notFound();
        }
        return page(name.equals("docs.js") ? "docs/docs.js" : "META-INF/swagger/views/swagger-ui/res/" + name)
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

    private MutableHttpResponse<byte[]> page(String resource) throws IOException {
        try (InputStream in = resources.getResourceAsStream("classpath:" + resource).orElseThrow(Refusal::notFound)) {
            return HttpResponse.ok(in.readAllBytes())
                    .header(HttpHeaders.CONTENT_TYPE, TYPES.get(resource.substring(resource.lastIndexOf('.') + 1)))
                    .header("Content-Security-Policy", POLICY);
        }
    }
}
