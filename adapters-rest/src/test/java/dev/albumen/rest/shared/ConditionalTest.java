package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest
class ConditionalTest {

    Http http;

    @BeforeEach
    void connect(EmbeddedServer server) {
        http = new Http(server);
    }

    @Test
    void sendsNothingToThoseWhoHaveIt() {
        var first = http.get("/probe/one/7");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"7-[A-Za-z0-9_-]{16}\"");
        assertThat(first.body()).isEqualTo("{\"title\":\"Sea\",\"note\":null}");
        for (String known : new String[] {tag, "*", "W/" + tag, "\"a\", " + tag + " , \"b\"", "\"x,\"," + tag}) {
            var again = http.get("/probe/one/7", "If-None-Match", known);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
        }
        for (String unknown : new String[] {"\"a\"", "nonsense", "", "\"" + tag.replace("\"", "") + "x\""}) {
            assertThat(http.get("/probe/one/7", "If-None-Match", unknown).statusCode()).as(unknown).isEqualTo(200);
        }
        assertThat(http.get("/probe/one/8", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"7-abcdefghijklmnop\" | 200 | 7", "* | 200 | any", "W/\"7-abcdefghijklmnop\" | 412 | stale", "\"other\" | 412 | stale",
        "7 | 400 | malformed-if-match", "\"a\", \"b\" | 400 | malformed-if-match"})
    void readsWhichVersionAChangeExpects(String header, int status, String said) {
        var answer = http.send("PATCH", "/probe/one", "{}", "Content-Type", "application/json", "If-Match", header);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(said);
    }

    @Test
    void takesAnyVersionWithoutAnExpectation() {
        assertThat(http.send("PATCH", "/probe/one", "{}", "Content-Type", "application/json").body()).isEqualTo("any");
    }
}
