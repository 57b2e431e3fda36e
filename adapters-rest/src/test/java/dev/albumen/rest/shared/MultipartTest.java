package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class MultipartTest {

    private static final String TYPE = "multipart/form-data; boundary=xyz";

    Http http;
    EmbeddedServer server;

    @BeforeEach
    void connect(EmbeddedServer server) {
        this.server = server;
        http = new Http(server);
    }

    @Test
    void readsFieldsAndFilesInAnyOrder() {
        var answer = post(TYPE, part("title", "Sea 🌊") + file("file", "a.jpg", "x".repeat(100_000)) + part("tags", "a") + part("tags", "") + "--xyz--\r\n");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(utf8(answer)).isEqualTo("title=Sea 🌊;file=a.jpg:100000;tags=a;tags=;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n--xy", "\r", "\r\n", "\r\n--", "\r\n\r\n--xy"})
    void keepsWhatOnlyBeginsLikeABoundary(String beginning) {
        var content = "a" + beginning.repeat(50_000);
        var answer = post(TYPE, file("file", "a.jpg", content) + part("title", "Sea") + "--xyz--\r\n");
        assertThat(utf8(answer)).isEqualTo("file=a.jpg:" + content.length() + ";title=Sea;");
    }

    @Test
    void readsQuotedBoundariesAndForeignNames() {
        var answer = post("multipart/form-data; boundary=\"xyz\"",
            "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Größe; \\\"q\\\".jpg\"\r\nContent-Type: image/jpeg\r\n\r\nabc\r\n--xyz--\r\n");
        assertThat(utf8(answer)).startsWith("file=Größe; ").endsWith(":3;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=other",
        "multipart/form-data; boundary=\"", "multipart/form-data; =;;=;boundary"})
    void refusesBodiesWithoutTheirBoundary(String type) {
        assertThat(post(type, part("a", "b") + "--xyz--\r\n").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "x", "--xyz", "--xyz--\r\n", "--xyz\r\n", "--xyz\r\n\r\n", "--xyz\r\n\r\nbody\r\n--xyz--\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut off",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.jpg\"\r\n\r\ncut off",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.jpg\"\r\n\r\ncut off\r\n--xy",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--xyzJUNK",
        "--xyz\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--xyz--\r\n",
        "--xyz\r\nContent-Disposition: form-data\r\n\r\n1\r\n--xyz--\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\u00ff\u00fe\r\n--xyz--\r\n",
        "--xyz\r\nContent-Disposition: form-data; name*=UTF-8''%\r\n\r\n1\r\n--xyz--\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\u0000\r\n--xyz--\r\n"})
    void refusesWhatIsBroken(String body) {
        var answer = http.send("POST", "/probe/upload", HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)), "Content-Type", TYPE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void refusesTooManyPartsAndTooLongOnes() {
        assertThat(post(TYPE, part("a", "b").repeat(1000) + "--xyz--\r\n").statusCode()).isEqualTo(400);
        assertThat(post(TYPE, "--xyz\r\nX: " + "x".repeat(100_000) + "\r\n\r\n\r\n--xyz--\r\n").statusCode()).isEqualTo(400);
        assertThat(post(TYPE, part("a", "x".repeat(100_000)) + "--xyz--\r\n").statusCode()).isEqualTo(400);
    }

    @Test
    void takesANestedBodyForAPlainFile() {
        var answer = post(TYPE, "--xyz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"n\"\r\nContent-Type: multipart/mixed; boundary=abc\r\n\r\n"
            + "--abc\r\n\r\n1\r\n--abc--\r\n--xyz--\r\n");
        assertThat(answer.body()).startsWith("f=n:");
    }

    @Test
    void refusesTooMuchWithAndWithoutALength() {
        byte[] body = (file("file", "a", "x".repeat(6 << 20)) + "--xyz--\r\n").getBytes(StandardCharsets.US_ASCII);
        assertThat(http.send("POST", "/probe/upload", HttpRequest.BodyPublishers.ofByteArray(body), "Content-Type", TYPE).statusCode()).isEqualTo(413);
        var chunked = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        assertThat(http.send("POST", "/probe/upload", chunked, "Content-Type", TYPE).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesWithoutReadingAllOfIt() throws IOException {
        try (Socket socket = new Socket("localhost", server.getPort())) {
            socket.setSoTimeout(10_000);
            String announced = "POST /probe/upload HTTP/1.1\r\nHost: a\r\nContent-Type: " + TYPE + "\r\nContent-Length: 200000000\r\n\r\n" + file("f", "a", "x");
            socket.getOutputStream().write(announced.getBytes(StandardCharsets.US_ASCII));
            byte[] begin = socket.getInputStream().readNBytes(12);
            assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void refusesOtherTypes() {
        assertThat(post("application/json", "{}").statusCode()).isEqualTo(415);
        assertThat(http.send("POST", "/probe/upload", "", "Content-Type", TYPE).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> post(String type, String body) {
        return http.send("POST", "/probe/upload", body, "Content-Type", type);
    }

    private static String utf8(HttpResponse<String> answer) {
        return new String(answer.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String part(String name, String value) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String filename, String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + filename + "\"\r\n\r\n" + content + "\r\n";
    }
}
