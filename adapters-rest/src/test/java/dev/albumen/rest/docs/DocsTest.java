package dev.albumen.rest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.rest.shared.Http;
import dev.albumen.rest.shared.Repeatable;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest
class DocsTest {

    @Inject
    Router router;

    Http http;

    @BeforeEach
    void connect(EmbeddedServer server) {
        http = new Http(server);
    }

    @Test
    void documentsEveryRouteAndNoOther() {
        Set<String> routed = router.uriRoutes()
                .map(UriRouteInfo.class::cast)
                .filter(route -> route.getUriMatchTemplate().toPathString().startsWith("/api/"))
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString())
                .collect(Collectors.toSet());
        Set<String> documented = paths().entrySet().stream()
                .flatMap(path -> ((Map<?, ?>) path.getValue()).keySet().stream()
                        .map(method -> method.toString().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .filter(route -> !route.startsWith("HEAD "))
                .collect(Collectors.toSet());
        assertThat(documented).isEqualTo(routed).contains("GET /api/v1/images", "PATCH /api/v1/albums/{id}");
    }

    @Test
    void tellsWhatTheCompilerCouldNotKnow() {
        var answer = http.get("/openapi/albumen.json");
        assertThat(http.json(answer)).containsEntry("openapi", "3.1.0");
        assertThat(answer.body()).doesNotContain("\"viewer\":", "\"name\":\"viewer\"", "Change_", "\"ifMatch\"", "defaultValue").contains("Low tide", "If-Match", "nextCursor", "/Problem");
        assertThat(http.get("/openapi/albumen.yml").body()).startsWith("openapi: 3.1.0");
    }

    @Test
    void tellsOfTheKeyOnEveryRouteThatTakesOne() {
        Set<String> taking = router.uriRoutes()
                .map(UriRouteInfo.class::cast)
                .filter(route -> List.of(route.getTargetMethod().getArgumentTypes()).contains(Repeatable.class))
                .map(route -> route.getUriMatchTemplate().toPathString())
                .filter(path -> path.startsWith("/api/"))
                .collect(Collectors.toSet());
        Set<String> told = paths().entrySet().stream()
                .filter(path -> ((Map<?, ?>) path.getValue()).containsKey("post"))
                .filter(path -> ((Map<?, ?>) path.getValue()).get("post").toString().contains("Idempotency-Key"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(told).isEqualTo(taking).contains("/api/v1/albums", "/api/v1/images", "/api/v1/admin/signing-keys");
        assertThat(http.get("/openapi/albumen.json").body()).doesNotContain("\"once\"", "/Repeatable\"");
    }

    @Test
    void tellsHowBytesAreAskedForInParts() {
        for (String path : new String[] {"/api/v1/images/{id}/original", "/api/v1/albums/{id}/archive", "/api/v1/public/shares/{token}/archive",
                "/api/v1/public/shares/{token}/images/{id}/thumbnail", "/api/v1/users/me/watermark/logo"}) {
            assertThat(paths().get(path).toString()).as(path)
                    .contains("206=", "304=", "412=", "416=", "name=Range", "name=If-Range", "Content-Range", "binary");
        }
        assertThat(paths().get("/api/v1/images/{id}/original").toString()).contains("307=", "Repr-Digest");
        assertThat(paths().get("/api/v1/albums/{id}/archive").toString()).contains("503=", "Retry-After");
        assertThat(paths().get("/api/v1/albums/{id}").toString()).doesNotContain("416=");
    }

    @Test
    void describesBodiesWithinBodiesAndFiles() {
        String document = http.get("/openapi/albumen.json").body();
        assertThat(document).contains("\"WatermarkPatch\":{");
        assertThat(property("OwnSettingsPatch", "watermark")).containsEntry("anyOf",
                List.of(Map.of("$ref", "#/components/schemas/WatermarkPatch"), Map.of("type", "null")));
        assertThat(document).containsPattern(
                "\"image/png\":\\{\"schema\":\\{(\"type\":\"string\",\"format\":\"binary\"|\"format\":\"binary\",\"type\":\"string\")}");
    }

    @Test
    void showsPagesThatLoadNothingFromElsewhere() {
        for (String path : new String[] {"/", "/docs"}) {
            var page = http.get(path, "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'", "script-src 'self'");
            assertThat(page.body()).doesNotContain("http://", "https://");
        }
        for (String asset : new String[] {"swagger-ui-bundle.js", "swagger-ui.css", "docs.js", "favicon-32x32.png"}) {
            assertThat(http.get("/docs/" + asset).statusCode()).as(asset).isEqualTo(200);
        }
        assertThat(http.get("/docs/..%2f..%2fapplication.yml").statusCode()).isEqualTo(404);
        assertThat(http.get("/docs/nothing.js").statusCode()).isEqualTo(404);
    }

    @Test
    void sendsItsPagesAsAllBytesAreSent() {
        for (String path : new String[] {"/", "/docs", "/docs/swagger-ui-bundle.js", "/openapi/albumen.yml", "/openapi/albumen.json"}) {
            var whole = http.get(path);
            String tag = whole.headers().firstValue("ETag").orElseThrow();
            var part = http.get(path, "Range", "bytes=10-19", "If-Range", tag);
            assertThat(part.statusCode()).as(path).isEqualTo(206);
            assertThat(part.body()).isEqualTo(whole.body().substring(10, 20));
            assertThat(http.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
            assertThat(http.get(path, "Range", "bytes=99999999-").statusCode()).isEqualTo(416);
            assertThat(whole.headers().allValues("Content-Security-Policy")).hasSize(1);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> property(String schema, String name) {
        Map<?, ?> components = (Map<?, ?>) http.json(http.get("/openapi/albumen.json")).get("components");
        Map<?, ?> properties = (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) components.get("schemas")).get(schema)).get("properties");
        return (Map<String, Object>) properties.get(name);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> paths() {
        return (Map<String, Object>) http.json(http.get("/openapi/albumen.json")).get("paths");
    }
}
