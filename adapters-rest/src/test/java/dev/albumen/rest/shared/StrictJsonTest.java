package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class StrictJsonTest {

    Http http;

    @BeforeEach
    void connect(EmbeddedServer server) {
        http = new Http(server);
    }

    @Test
    void readsWhatTheRecordDeclares() {
        var answer = post("""
            {"title": "Sea \\ud83c\\udf0a", "count": 3, "visibility": "not-listed", "ids": ["0190a1de-0000-7000-8000-000000000000"],
             "point": {"x": 1, "y": -2}, "at": "2026-03-01T12:00:00+01:00", "flags": {"a": true}}""");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("count=3", "NOT_LISTED", "0190a1de", "Point[x=1, y=-2]", "2026-03-01T11:00:00Z", "{a=true}");
        assertThat(post("{\"title\":\"a\",\"count\":null}").body()).contains("count=null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"title\":\"a\",\"color\":1}                | /color   | unknown-field",
        "{\"title\":\"a\",\"point\":{\"x\":1,\"y\":2,\"z/~\":3}} | /point/z~1~0 | unknown-field",
        "{\"title\":5}                                | /title   | wrong-type",
        "{\"title\":null}                             | /title   | required",
        "{}                                           | /title   | required",
        "{\"title\":\"a\",\"count\":\"3\"}            | /count   | wrong-type",
        "{\"title\":\"a\",\"count\":3.5}              | /count   | wrong-type",
        "{\"title\":\"a\",\"count\":99999999999}      | /count   | wrong-type",
        "{\"title\":\"a\",\"count\":1e400}            | /count   | wrong-type",
        "{\"title\":\"a\",\"visibility\":\"PRIVATE\"} | /visibility | wrong-type",
        "{\"title\":\"a\",\"ids\":[\"x\"]}            | /ids/0   | wrong-type",
        "{\"title\":\"a\",\"ids\":{}}                 | /ids     | wrong-type",
        "{\"title\":\"a\",\"ids\":[null]}             | /ids/0   | required",
        "{\"title\":\"a\",\"point\":[]}               | /point   | wrong-type",
        "{\"title\":\"a\",\"at\":\"yesterday\"}       | /at      | wrong-type",
        "{\"title\":\"a\\u0000b\"}                    | /title   | not-text",
        "{\"title\":\"a\\ud83cb\"}                    | /title   | not-text"})
    void namesWhatIsWrong(String body, String pointer, String code) {
        var answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        @SuppressWarnings("unchecked")
        var errors = (List<Map<String, Object>>) http.json(answer).get("errors");
        assertThat(errors).anySatisfy(error -> assertThat(error).containsEntry("pointer", pointer).containsEntry("code", code));
        assertThat(answer.body()).doesNotContain("dev.albumen", "java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "[", "nul", "{\"title\":\"a\"} x", "{\"title\":\"a\"}{}", "{'title':'a'}", "{\"title\":\"a\",}", "{\"title\":\"a\",\"title\":\"b\"}",
        "{\"title\":NaN}", "{\"title\":\"a\",\"count\":01}", "// c\n{}", "{\"title\":\"\u00ff\"}", "\u00fe\u00ff\u0000{\u0000}", "{\"count\":1e999999999999}"})
    void refusesWhatIsNoJson(String body) {
        var answer = http.send("POST", "/probe", HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)),
            "Content-Type", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(http.json(answer).get("code")).isIn("malformed-json", "missing-body", "invalid");
    }

    @Test
    void boundsDepthAndSize() {
        assertThat(post("[".repeat(5_000)).statusCode()).isEqualTo(400);
        assertThat(post("{\"title\":" + "{\"a\":".repeat(50) + "1" + "}".repeat(51)).statusCode()).isEqualTo(400);
        String large = "{\"title\":\"" + "x".repeat(2 << 20) + "\"}";
        assertThat(post(large).statusCode()).isEqualTo(413);
        var chunked = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.US_ASCII)));
        assertThat(http.send("POST", "/probe", chunked, "Content-Type", "application/json").statusCode()).isEqualTo(413);
    }

    @Test
    void refusesBodiesThatAreNoObject() {
        for (String body : List.of("[]", "1", "\"a\"", "null", "true")) {
            assertThat(post(body).statusCode()).as(body).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/merge-patch+json", "application/json; charset=utf-8"})
    void tellsAbsentFromNullInAPatch(String type) {
        assertThat(http.send("PATCH", "/probe", "{\"title\":null}", "Content-Type", type).body())
            .isEqualTo("PatchBody[title=Clear[], count=Keep[]]");
        assertThat(http.send("PATCH", "/probe", "{\"count\":4}", "Content-Type", type).body())
            .isEqualTo("PatchBody[title=Keep[], count=To[value=4]]");
        assertThat(http.send("PATCH", "/probe", "{\"count\":\"4\"}", "Content-Type", type).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> post(String body) {
        return http.send("POST", "/probe", body, "Content-Type", "application/json");
    }
}
