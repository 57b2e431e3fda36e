package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renditions at signed addresses are answered before the framework sees the request; nobody may notice. */
class SignedRenditionsIT {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static InProcess albumen;
    private static Client ada;
    private static JsonNode image;

    @BeforeAll
    static void start(@TempDir Path home) {
        albumen = InProcess.start(home);
        ada = Client.of(albumen.address()).register("ada");
        image = ada.settled(ada.upload("home.jpg", Pictures.jpeg(800, 600)).expect(201).at("id"));
    }

    @AfterAll
    static void stop() {
        albumen.close();
    }

    @Test
    void areAnsweredLikeByTheCommonWay() throws IOException {
        for (String size : List.of("thumbnail", "preview", "large")) {
            String address = image.at("/urls/" + size).asText();
            Answer warm = anyone().get(address).expect(200);
            awaitWebp(address);

            String prompt = raw(request(address, "Accept: image/webp"), 1);
            String common = raw(request(address, "Accept: image/webp", "Connection: close"), 1);

            assertThat(headers(prompt)).isEqualTo(headers(common));
            assertThat(body(prompt)).isEqualTo(body(common)).isNotEmpty();
            assertThat(warm.header("Content-Type")).isEqualTo("image/jpeg");
        }
    }

    @Test
    void areNotSentToThoseWhoHaveThem() throws IOException {
        String address = image.at("/urls/thumbnail").asText();
        String tag = anyone().get(address).expect(200).header("ETag");

        String prompt = raw(request(address, "If-None-Match: " + tag), 1);
        String common = raw(request(address, "If-None-Match: " + tag, "Connection: close"), 1);

        assertThat(prompt).startsWith("HTTP/1.1 304 ");
        assertThat(headers(prompt)).isEqualTo(headers(common));
        assertThat(body(prompt)).isEmpty();
    }

    @Test
    void areMadeByTheCommonWayWhereTheyAreNotThereYet() throws IOException {
        String id = ada.upload("large.jpg", Pictures.jpeg(1600, 1000)).expect(201).at("id");
        String address = ada.settled(id).at("/urls/large").asText();

        String made = raw(request(address), 1);
        String there = raw(request(address), 1);

        assertThat(made).startsWith("HTTP/1.1 200 ");
        assertThat(headers(there)).isEqualTo(headers(made));
        assertThat(body(there)).isEqualTo(body(made)).isNotEmpty();
    }

    @Test
    void keepTheirPlaceAmongOtherRequestsOfAConnection() throws IOException {
        String thumbnail = request(image.at("/urls/thumbnail").asText());
        String missing = request("/api/v1/nowhere");
        String forged = request(image.at("/urls/preview").asText() + "x");

        String answers = raw(thumbnail + missing + thumbnail + thumbnail + forged + thumbnail, 6);

        List<String> statuses = new ArrayList<>();
        STATUS.matcher(answers).results().forEach(found -> statuses.add(found.group(1)));
        assertThat(statuses).containsExactly("200", "404", "200", "200", "404", "200");
    }

    @Test
    void endAtOnceWithTheirSession() {
        Client again = ada.signIn("ada", Client.PASSWORD);
        String address = again.get("images/" + image.path("id").asText()).at("urls/thumbnail");
        anyone().get(address).expect(200);

        again.post("auth/logout", Map.of()).expect(204);

        assertThat(anyone().get(address).expect(404).at("code")).isEqualTo("not-found");
    }

    @Test
    void areCountedAmongTheOthers() throws IOException {
        String address = image.at("/urls/thumbnail").asText();
        anyone().get(address).expect(200);
        double before = counted();

        raw(request(address), 1);

        assertThat(counted()).isEqualTo(before + 1);
    }

    private static double counted() {
        return anyone().get("/prometheus").expect(200).text().lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count{")
                        && line.contains("status=\"200\"") && line.contains("uri=\"/api/v1/images/{id}/thumbnail\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** Which is made once it was asked for. */
    private static void awaitWebp(String address) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!anyone().with("Accept", "image/webp").get(address).expect(200).header("Content-Type").equals("image/webp")) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static Client anyone() {
        return Client.of(albumen.address());
    }

    private static String request(String address, String... headers) {
        URI uri = albumen.address().resolve(address);
        StringBuilder request = new StringBuilder("GET " + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                + " HTTP/1.1\r\nHost: albumen\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    /** What comes back until that many answers are complete. */
    private static String raw(String requests, int answers) throws IOException {
        try (Socket socket = new Socket(albumen.address().getHost(), albumen.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < answers; i++) {
                all.append(answer(socket));
            }
            return all.toString();
        }
    }

    private static String answer(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new AssertionError("the connection ended after: " + head);
            }
            head.append((char) next);
        }
        String length = headers(head.toString()).getOrDefault("content-length", "0");
        byte[] body = head.indexOf(" 304 ") > 0 ? new byte[0] : socket.getInputStream().readNBytes(Integer.parseInt(length));
        return head + new String(body, StandardCharsets.ISO_8859_1);
    }

    /** Without those that differ from one answer to the next, or by what was asked of the connection. */
    private static Map<String, String> headers(String answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.substring(0, answer.indexOf("\r\n\r\n")).lines().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        });
        List.of("Date", "X-Trace-Id", "Connection").forEach(headers::remove);
        return headers;
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
