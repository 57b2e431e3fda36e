package dev.albumen.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.Pictures;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final String USER = "01900000-0000-7000-8000-00000000abcd";

    @BeforeAll
    static void tellTheOwner() {
        say("/api/v1/users/me", "{\"id\": \"" + USER + "\", \"email\": \"ada@example.org\"}");
        say("/api/v1/albums/1", "{\"id\": \"1\", \"notes\": \"They pay later\"}");
        say("/api/v1/images", "{\"id\": \"2\", \"filename\": \"IMG_4711.jpg\"}");
        say("/api/v1/shares", "{\"token\": \"open\", \"slug\": null, \"showMetadata\": true}");
    }

    @Test
    void noticesWhatALinkGivesAway() {
        for (String secret : List.of(USER, "ada@example.org", "They pay later", "IMG_4711.jpg", Pictures.SERIAL_NUMBER, "\"gps\":{")) {
            for (String path : List.of("/api/v1/public/shares/closed/images", "/s/closed", "/s/closed/i/2", "/api/v1/oembed")) {
                assertThatThrownBy(() -> say(path, "<" + secret + ">")).as(path).isInstanceOf(AssertionError.class).hasMessageContaining(secret);
            }
        }
        assertThatThrownBy(() -> say("/s/closed", new byte[0], "attachment; filename=IMG_4711.jpg")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> say("/s/closed", "IMG_4711.jpg".getBytes(StandardCharsets.UTF_16LE), "")).isInstanceOf(AssertionError.class);
    }

    @Test
    void letsLinksTellWhatTheyMay() {
        assertThatCode(() -> say("/s/closed", "Roses")).doesNotThrowAnyException();
        assertThatCode(() -> say("/s/open", "IMG_4711.jpg")).as("shows metadata").doesNotThrowAnyException();
        assertThatCode(() -> say("/api/v1/images/2", "{\"filename\": \"IMG_4711.jpg\"}")).as("the owner's").doesNotThrowAnyException();
    }

    private static void say(String path, String body) {
        say(path, body.getBytes(StandardCharsets.UTF_8), "");
    }

    private static void say(String path, byte[] body, String disposition) {
        HttpHeaders headers = HttpHeaders.of(
                Map.of("Content-Type", List.of("application/json"), "Content-Disposition", List.of(disposition)), (name, value) -> true);
        Secrets.checked(URI.create("http://planted.invalid" + path), new Answer("GET " + path, 200, headers, body));
    }
}
