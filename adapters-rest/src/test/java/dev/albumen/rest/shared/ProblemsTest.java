package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class ProblemsTest {

    Http http;

    @BeforeEach
    void connect(EmbeddedServer server) {
        http = new Http(server);
    }

    @ParameterizedTest
    @CsvSource({
        "not-found, 404, not-found", "forbidden, 403, not-yours", "unauthenticated, 401, signed-out",
        "conflict, 409, name-taken", "stale, 412, stale", "gone, 410, share-expired", "too-large, 413, file-too-large",
        "unsupported, 415, unsupported-type", "unprocessable, 422, truncated", "quota, 507, quota-exceeded",
        "throttled, 429, throttled"})
    void saysEachRefusalInHttp(String refusal, int status, String code) {
        var answer = http.get("/probe/refusals/" + refusal);
        assertProblem(answer, status, code);
        assertThat(http.json(answer)).containsEntry("instance", "/probe/refusals/" + refusal).containsKeys("title", "detail");
    }

    @Test
    void tellsWhatIsLeftOfAQuota() {
        assertThat(http.json(http.get("/probe/refusals/quota"))).containsEntry("bytesLeft", 3);
        assertThat(http.json(http.get("/probe/refusals/conflict"))).doesNotContainKey("bytesLeft");
    }

    @Test
    void tellsWhenToComeBackAndHowToSignIn() {
        assertThat(http.get("/probe/refusals/throttled").headers().firstValue("Retry-After")).contains("2");
        assertThat(http.get("/probe/outage").headers().firstValue("Retry-After")).contains("5");
        assertThat(http.get("/probe/refusals/unauthenticated").headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }

    @Test
    void givesNothingAwayOfFailures() {
        var bug = http.get("/probe/refusals/bug");
        assertProblem(bug, 500, "internal-error");
        var outage = http.get("/probe/outage");
        assertProblem(outage, 503, "unavailable");
        assertThat(bug.body() + outage.body()).doesNotContain("SELECT", "jdbc", "dev.albumen", "Exception");
    }

    @Test
    void answersTheFrameworksOwnRefusalsAsProblems() {
        assertProblem(http.get("/nowhere"), 404, "not-found");
        assertProblem(http.get("/nowhere", "Accept", "image/webp"), 404, "not-found");
        var notAllowed = http.send("PUT", "/probe/outage", "{}", "Content-Type", "application/json");
        assertProblem(notAllowed, 405, "method-not-allowed");
        assertThat(notAllowed.headers().firstValue("Allow").orElse("")).contains("GET");
        assertProblem(http.get("/probe/one/1", "Accept", "image/png"), 406, "not-acceptable");
        assertProblem(http.send("POST", "/probe", "<a/>", "Content-Type", "text/xml"), 415, "unsupported-type");
        assertProblem(http.get("/probe/typed/not-a-uuid?number=1"), 404, "not-found");
        assertProblem(http.get("/probe/typed/0190a1de-0000-7000-8000-000000000000?number=x"), 400, "invalid");
        assertProblem(http.get("/probe/typed/0190a1de-0000-7000-8000-000000000000"), 400, "invalid");
        assertProblem(http.send("POST", "/probe", "", "Content-Type", "application/json"), 400, "missing-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /probe/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /probe/typed/%00?number=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /probe/numbers?filter=%ff%fe HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /probe/numbers?filter=% HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /probe/a b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET http://[bad HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /\u0001 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET //// HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET \\ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /^|`{}<> HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GIBBERISH\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /probe/trace HTTP/1.1\r\nHost: a\r\nBad\u0000Name: x\r\nConnection: close\r\n\r\n",
        "POST /probe HTTP/1.1\r\nHost: a\r\nContent-Type: @@@@\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
        "POST /probe HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: -5\r\nConnection: close\r\n\r\n{}",
        "POST /probe HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 999999999999\r\nConnection: close\r\n\r\n{}",
        "GET /probe/one/1 HTTP/1.1\r\nHost: a\r\nAccept: ;;;q=x,\r\nConnection: close\r\n\r\n",
        "GET /probe/one/1 HTTP/1.1\r\nHost: a\r\nCookie: =;=;\u0080\r\nConnection: close\r\n\r\n",
        "PROPFIND /probe HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"})
    void meetsHostileRequestsWithoutFailing(String request) {
        String answer = http.raw(request);
        assertThat(answer).matches("(?s)HTTP/\\d\\.\\d (200|4\\d\\d) .*");
        assertThat(answer).doesNotContain("Exception", "io.netty", "io.micronaut");
        if (!answer.substring(8).startsWith(" 200")) {
            assertThat(answer).containsIgnoringCase("application/problem+json").containsIgnoringCase("x-trace-id");
        }
    }

    @Test
    void refusesOversizedHeadersAndAddresses() {
        String headers = http.raw("GET /probe/trace HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(40_000) + "\r\nConnection: close\r\n\r\n");
        assertThat(headers).matches("(?s)HTTP/1\\.[01] 4\\d\\d .*").contains("problem+json");
        String line = http.raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(line).matches("(?s)HTTP/1\\.[01] 4\\d\\d .*").contains("problem+json");
    }

    @Test
    void putsTheSameHeadersOnEveryAnswer() {
        for (String path : new String[] {"/probe/trace", "/nowhere", "/probe/refusals/bug"}) {
            var headers = http.get(path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).isPresent();
            assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
            assertThat(headers.firstValue("Server")).isEmpty();
            assertThat(headers.allValues("X-Trace-Id")).hasSize(1);
        }
    }

    @Test
    void followsTheCallersTraceOntoVirtualThreads() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        var answer = http.get("/probe/trace", "traceparent", "00-" + trace + "-b7ad6b7169203331-01");
        assertThat(answer.body()).isEqualTo(trace + " true");
        assertThat(answer.headers().firstValue("X-Trace-Id")).contains(trace);
        var failed = http.get("/probe/refusals/gone", "traceparent", "00-" + trace + "-b7ad6b7169203331-01");
        assertThat(http.json(failed)).containsEntry("traceId", trace);
        assertThat(http.get("/probe/trace", "traceparent", "00-nonsense").headers().firstValue("X-Trace-Id").orElse("")).matches("[0-9a-f]{32}");
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(http.json(answer)).containsEntry("code", code).containsEntry("status", status)
            .containsEntry("type", "/problems/" + code).containsKey("traceId");
    }
}
