package dev.albumen.bootstrap.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON, headers, ids, cursors and filters. */
class HostileRequestsIT {

    private static Target target;

    @BeforeAll
    static void start(@TempDir Path home) {
        target = new Target(home);
    }

    @AfterAll
    static void stop() {
        target.assertNoErrorLogged();
        target.close();
    }

    static Stream<String> brokenJson() {
        return Stream.of("", "{", "[]", "null", "\"title\"", "{\"title\":", "{'title':'a'}", "{\"title\":\"a\"} trailing",
                "{\"title\":\"a\",\"title\":\"b\"}", "{\"title\":\"a\",\"nonsense\":1}", "{\"title\":{}}", "{\"title\":[1]}",
                "{\"title\":null}", "{\"title\":\"\"}", "{\"title\":\"" + "x".repeat(129) + "\"}", "{\"title\":\"a\\u0000b\"}",
                "{\"title\":\"\\ud800\"}", "{\"title\":\"a\",\"visibility\":\"nowhere\"}", "{\"title\":\"a\",\"shootingDate\":\"2024-02-31\"}",
                "{\"title\":\"a\",\"sort\":1e999999}", "[".repeat(50_000), "{\"title\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}",
                "{\"title\":\"" + "y".repeat(2_000_000) + "\"}");
    }

    @ParameterizedTest
    @MethodSource("brokenJson")
    void refusesBrokenJson(String json) {
        Target.assertRefused(target.mallory.post("albums", json));
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] latin = "{\"title\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        Target.assertRefused(target.mallory.with("Content-Type", "application/json").send("POST", "albums", BodyPublishers.ofByteArray(latin)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "a/b", "nonsense", "/", "application/"})
    void refusesJsonUnderAnotherName(String contentType) {
        Answer answer = target.mallory.with("Content-Type", contentType)
                .send("POST", "albums", BodyPublishers.ofString("{\"title\":\"a\"}"));

        assertThat(Target.assertRefused(answer).status()).isIn(400, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%00", "..%2F..%2Fetc%2Fpasswd", "00000000-0000-0000-0000-00000000000g", "%F0%9F%8C%85", "-1", "1%27%20OR%20%271%27=%271",
            "00000000000000000000000000000000000000000000000000000000000000000000000000000000"})
    void takesNothingElseForAnId(String id) {
        for (String path : new String[] {"albums/", "images/", "shares/", "users/", "public/shares/", "admin/users/"}) {
            Target.assertRefused(target.mallory.get(path + id));
        }
        Target.assertRefused(target.mallory.put("images/" + UUID.randomUUID() + "/tags/" + id));
        Target.assertRefused(target.mallory.delete("trash/" + id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=201", "limit=abc", "limit=99999999999999999999", "cursor=nonsense", "cursor=", "cursor=%00",
            "cursor=e30", "sort=password", "sort=", "takenFrom=yesterday", "takenTo=9999999999-01-01T00:00:00Z", "near=1,2,3,4", "near=NaN,1,2", "near=91,0,1",
            "album=x", "owner=x", "favorite=maybe", "status=gone", "type=%00", "minRating=99", "q=%00", "tag=%00", "q=%ff%fe"})
    void refusesFiltersThatSayNothing(String query) {
        Answer answer = target.mallory.get("images?" + query);

        // What a list does not know it may pass over; it never fails.
        assertThat(answer.status()).as(query + ": " + answer.text()).isIn(200, 400, 404, 422);
        if (query.startsWith("limit") || (query.startsWith("cursor") && !query.endsWith("=")) || query.contains("%00")) {
            Target.assertRefused(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"rating\": 0}", "{\"rating\": 6}", "{\"rating\": 2.5}", "{\"rating\": \"4\"}", "{\"rating\": null}",
            "{\"rating\": 99999999999}", "{\"rating\": [4]}", "{\"rating\": 4, \"stars\": 4}", "[]", "4"})
    void ratesWithOneToFiveStarsAlone(String body) {
        assertThat(Target.assertRefused(target.mallory.put("images/" + UUID.randomUUID() + "/rating", body)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"body\": null}", "{\"body\": 4}", "{\"body\": \"\"}", "{\"body\": \" \\n \"}", "{\"body\": \"a\\u0000b\"}",
            "{\"body\": \"\\ud800\"}", "{\"body\": [\"a\"]}", "{\"body\": \"a\", \"body\": \"b\"}", "{\"body\": \"a\", \"author\": \"admin\"}",
            "{\"body\": \"a\", \"parentId\": \"x\"}", "{\"body\": \"a\", \"parentId\": \"00000000-0000-0000-0000-000000000000\"}", "[]", "\"a\""})
    void saysNothingThatIsNoComment(String body) {
        String album = target.mallory.get("albums").expect(200).at("items/0/id");

        assertThat(Target.assertRefused(target.mallory.post("albums/" + album + "/comments", body)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"body\": \"a\"}", "{\"name\": \"\", \"body\": \"a\"}", "{\"name\": \"a\\nb\", \"body\": \"a\"}", "{\"name\": \"a\"}",
            "{\"name\": null, \"body\": \"a\"}", "{\"name\": \"a\", \"body\": \"\"}", "{\"name\": {\"a\": 1}, \"body\": \"a\"}",
            "{\"name\": \"a\", \"body\": \"a\", \"author\": \"admin\"}"})
    void takesNoGuestWithoutAName(String body) {
        String album = target.mallory.get("albums").expect(200).at("items/0/id");
        String token = target.mallory.post("shares", Map.of("resourceType", "album", "resourceId", album, "allowComments", true))
                .expect(201).at("token");

        assertThat(Target.assertRefused(target.anyone.post("public/shares/" + token + "/comments", body)).status()).isEqualTo(400);
    }

    @Test
    void takesCommentsOfAnyTextAsTextAlone() {
        String album = "albums/" + target.mallory.get("albums").expect(200).at("items/0/id");
        for (String text : new String[] {"<script>alert(1)</script>", "'; DROP TABLE comments; --", "@admin @@ @. @" + "a".repeat(90), "\u202Eright to left",
            "🌅".repeat(2000), "@a ".repeat(600)}) {
            assertThat(target.mallory.post(album + "/comments", Map.of("body", text)).expect(201).at("body")).isEqualTo(text.strip());
        }
        Target.assertRefused(target.mallory.post(album + "/comments", Map.of("body", "a".repeat(2001))));
        Target.assertRefused(target.mallory.get(album + "/comments?sort=body"));
        Target.assertRefused(target.mallory.get(album + "/comments?parent=x"));
        Target.assertRefused(target.mallory.get("admin/reports?state=x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "%", "_", "a & | ! ( ) : * <->", "\\", "'; DROP TABLE images; --", "🌅", "\u202E", "a\tb\nc"})
    void searchesForAnyText(String words) {
        String encoded = java.net.URLEncoder.encode(words, StandardCharsets.UTF_8);

        target.mallory.get("images?q=" + encoded).expect(200);
        target.mallory.get("images?tag=" + encoded);
        assertThat(target.mallory.get("albums?q=" + encoded).status()).isEqualTo(200);
        assertThat(target.mallory.get("tags?q=" + encoded).status()).isEqualTo(200);
    }

    @Test
    void refusesACursorOfAnotherListOrAnotherCaller() {
        for (int i = 0; i < 3; i++) {
            target.mallory.post("albums", Map.of("title", "Album " + i)).expect(201);
        }
        String cursor = target.mallory.get("albums?limit=1").expect(200).at("nextCursor");
        Client oscar = target.anyone.register("oscar");

        target.mallory.get("albums?limit=1&cursor=" + cursor).expect(200);
        Target.assertRefused(target.mallory.get("images?limit=1&cursor=" + cursor));
        Target.assertRefused(target.mallory.get("albums?limit=1&sort=title&cursor=" + cursor));
        Target.assertRefused(oscar.get("albums?limit=1&cursor=" + cursor));
        Target.assertRefused(target.mallory.get("albums?limit=1&cursor=" + flipped(cursor)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer x", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.", "Basic YWRtaW46YWRtaW4=", "Bearer \u0001",
            "Bearer eyJ.eyJ.eyJ", "Negotiate x"})
    void knowsNobodyByABadToken(String authorization) throws IOException {
        String head = raw("GET /api/v1/users/me HTTP/1.1\r\nHost: x\r\nAuthorization: " + authorization + "\r\nConnection: close\r\n\r\n");

        assertThat(head).containsPattern("^HTTP/1.1 (400|401) ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-Match: nonsense", "If-Match: W/\"1\"", "If-Match: \"99999999999999999999\"", "If-None-Match: ,,,", "Range: bytes=9-1",
            "Range: lines=1", "Range: bytes=-", "Accept: nonsense", "Accept-Language: \u0001", "Idempotency-Key: ", "X-Forwarded-For: ::::", "traceparent: zzz",
            "If-Modified-Since: never", "Origin: null", "Expect: something", "Cookie: =;=;="})
    void survivesStrangeHeaders(String header) throws IOException {
        String bearer = "Authorization: " + target.mallory.headers().get("Authorization") + "\r\n";

        for (String path : new String[] {"/api/v1/users/me", "/api/v1/images", "/api/v1/albums/public"}) {
            String head = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + bearer + header + "\r\nConnection: close\r\n\r\n");
            assertThat(head).as(header).containsPattern("^HTTP/1.1 [234]\\d\\d ");
        }
    }

    static Stream<String> brokenHttp() {
        return Stream.of(
                "nonsense\r\n\r\n",
                "GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/v1/images?q=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: " + "b".repeat(200_000) + "\r\nConnection: close\r\n\r\n",
                "POST /api/v1/albums HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -1\r\nConnection: close\r\n\r\n{}",
                "POST /api/v1/albums HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n"
                        + "Connection: close\r\n\r\n0\r\n\r\n",
                "POST /api/v1/albums HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n",
                "TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "BREW /api/v1/images HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("brokenHttp")
    void answersBrokenHttpWithoutFailing(String request) throws IOException {
        assertThat(raw(request)).satisfiesAnyOf(
                head -> assertThat(head).isEmpty(),
                head -> assertThat(head).containsPattern("^HTTP/1.[01] 4\\d\\d "));
        target.anyone.get("/health/liveness").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api/v1/nowhere", "/api/v1/images/" + "x/y/z", "/s/nonsense", "/openapi/../application.yml", "/swagger-ui/%2e%2e/%2e%2e/etc/passwd"})
    void tellsProblemsOfPathsThatAreNot(String path) {
        Target.assertRefused(target.mallory.get(path));
    }

    @Test
    void refusesAMethodThatAPathDoesNotHave() {
        assertThat(Target.assertRefused(target.mallory.delete("images")).status()).isEqualTo(405);
        assertThat(Target.assertRefused(target.mallory.put("albums")).status()).isEqualTo(405);
    }

    private static String flipped(String cursor) {
        int middle = cursor.length() / 2;
        return cursor.substring(0, middle) + (cursor.charAt(middle) == 'A' ? 'B' : 'A') + cursor.substring(middle + 1);
    }

    /** The start of the answer to bytes as they are; empty where the connection was closed without one. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(target.anyone.service().getHost(), target.anyone.service().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(13), StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException e) {
            return "";
        }
    }
}
