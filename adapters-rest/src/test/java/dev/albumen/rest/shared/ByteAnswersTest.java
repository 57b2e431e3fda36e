package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class ByteAnswersTest {

    Http http;
    EmbeddedServer server;

    @BeforeEach
    void connect(EmbeddedServer server) {
        this.server = server;
        http = new Http(server);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 65_536, 65_537, 3_000_000})
    void sendsTheWhole(int size) {
        var answer = http.get("/probe/bytes/" + size, "Accept", "image/avif,image/webp,*/*;q=0.8");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(size);
        assertThat(answer.headers().firstValue("Content-Length")).contains("" + size);
        assertThat(answer.headers().firstValue("ETag")).contains("\"tag-" + size + "\"");
        assertThat(answer.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/webp");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=60");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("sandbox");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1", "bytes=10-19, 10, 10", "bytes=990-, 990, 10", "bytes=-100, 900, 100", "bytes=-5000, 0, 1000",
        "bytes=995-5000, 995, 5", "BYTES=1-2, 1, 2", "bytes=0-99999999999999999999999, 0, 1000"})
    void sendsAPart(String range, int offset, int length) {
        var answer = http.get("/probe/bytes/1000", "Range", range);
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes " + offset + "-" + (offset + length - 1) + "/1000");
        assertThat(answer.body()).hasSize(length);
        assertThat(answer.body().charAt(0)).isEqualTo((char) (offset & 0xff));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=-0", "bytes=99999999999999999999999-"})
    void refusesPartsThatDoNotExist(String range) {
        var answer = http.get("/probe/bytes/1000", "Range", range);
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */1000");
        assertThat(http.json(answer)).containsEntry("code", "range-not-satisfiable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=5-2", "bytes=-", "items=0-1", "bytes=a-b", "nonsense", "bytes"})
    void sendsTheWholeWhereTheRangeNeedNotBeUnderstood(String range) {
        var answer = http.get("/probe/bytes/1000", "Range", range);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(1000);
    }

    @Test
    void honoursIfRangeAndIfNoneMatch() {
        assertThat(http.get("/probe/bytes/9", "Range", "bytes=0-1", "If-Range", "\"tag-9\"").statusCode()).isEqualTo(206);
        assertThat(http.get("/probe/bytes/9", "Range", "bytes=0-1", "If-Range", "\"old\"").statusCode()).isEqualTo(200);
        assertThat(http.get("/probe/bytes/9", "Range", "bytes=0-1", "If-Range", "W/\"tag-9\"").statusCode()).isEqualTo(200);
        assertThat(http.get("/probe/bytes/9", "Range", "bytes=0-1", "If-Range", "Wed, 21 Oct 2015 07:28:00 GMT").statusCode()).isEqualTo(200);
        var known = http.get("/probe/bytes/9", "If-None-Match", "\"tag-9\"", "Range", "bytes=0-1");
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.headers().firstValue("Cache-Control")).contains("public, max-age=60");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"tag-9\" | 200", "\"old\", \"tag-9\" | 200", "* | 200", "W/\"tag-9\" | 412", "\"old\" | 412", "nonsense | 412"})
    void sendsNothingElseThanTheClientInsistsOn(String ifMatch, int status) {
        var answer = http.get("/probe/bytes/9", "If-Match", ifMatch);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(http.get("/probe/bytes/9", "If-Match", ifMatch, "Range", "bytes=0-1").statusCode()).isEqualTo(status == 200 ? 206 : 412);
    }

    @Test
    void answersHeadWithTheLengthAndWithoutOpening() {
        var answer = http.send("HEAD", "/probe/bytes/500000", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).contains("500000");
        assertThat(answer.headers().firstValue("ETag")).contains("\"tag-500000\"");
        assertThat(UploadProbe.OPEN).hasValue(0);
    }

    @Test
    void closesTheBytesAfterTheLastOneAndWhenTheClientGoesAway() throws Exception {
        http.get("/probe/bytes/3000000");
        http.get("/probe/bytes/30");
        awaitAllClosed();
        try (Socket socket = new Socket("localhost", server.getPort())) {
            socket.getOutputStream().write("GET /probe/bytes/9000000000 HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(100_000);
            socket.setSoLinger(true, 0);
        }
        awaitAllClosed();
    }

    @Test
    void holdsLittleOfABodyLargerThanItsMemory() throws IOException {
        try (Socket socket = new Socket("localhost", server.getPort())) {
            socket.getOutputStream().write("GET /probe/bytes/4000000000 HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            in.readNBytes(10_000);
            // the surefire JVM has less memory than the body
            assertThat(in.readNBytes(50_000_000)).hasSize(50_000_000);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "sea.jpg | attachment; filename=\"sea.jpg\"",
        "a\"b\\c/d.jpg | attachment; filename=\"a_b_c_d.jpg\"; filename*=UTF-8''a%22b_c_d.jpg",
        "Größe 🌊.jpg | attachment; filename=\"Gr__e _.jpg\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%F0%9F%8C%8A.jpg",
        "100%25.jpg | attachment; filename=\"100_25.jpg\"; filename*=UTF-8''100%2525.jpg"})
    void writesAnyNameSafely(String name, String header) {
        var answer = http.get("/probe/bytes/3?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        assertThat(answer.headers().firstValue("Content-Disposition")).contains(header);
    }

    @Test
    void letsNoNameEndTheHeader() {
        assertThat(Disposition.inline("a\r\nSet-Cookie: x\u0000\u202e.jpg\ud83c")).doesNotContain("\r", "\n", "\u0000", "\u202e").startsWith("inline; ");
        assertThat(Disposition.inline("é".repeat(300))).hasSizeLessThan(2_000);
    }

    private static void awaitAllClosed() throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (UploadProbe.OPEN.get() != 0 && Instant.now().isBefore(deadline)) {
            Thread.sleep(5);
        }
        assertThat(UploadProbe.OPEN).hasValue(0);
    }
}
