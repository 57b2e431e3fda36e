package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the terms of share links come to over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
class ShareLinksIT {

    private InProcess service;
    private Client anyone;
    private Client ada;
    private String album;
    private String image;

    @BeforeAll
    void start(@TempDir Path folder) {
        service = InProcess.start(folder);
        anyone = Client.of(service.address());
        ada = anyone.register("ada");
        album = ada.post("albums", Map.of("title", "Sea")).expect(201).at("id");
        image = ada.upload("sea.jpg", Pictures.jpeg(60, 40, 1), "albumId", album).expect(201).at("id");
        ada.settled(image);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void openByTheirSlugAsByTheirToken() {
        JsonNode share = made(Map.of("slug", "by-the-sea", "label", "Sea"));
        String token = share.path("token").asText();

        assertThat(share.path("url").asText()).endsWith("/s/by-the-sea");
        assertThat(withoutVisit(anyone.get("public/shares/by-the-sea").expect(200)))
                .isEqualTo(withoutVisit(anyone.get("public/shares/" + token).expect(200)));
        JsonNode picture = anyone.get("public/shares/by-the-sea/images").expect(200).json().at("/items/0");
        assertThat(picture.at("/urls/preview").asText()).startsWith("/api/v1/public/shares/by-the-sea/").doesNotContain(token);
        anyone.get(picture.at("/urls/preview").asText()).expect(200);
        anyone.get("/s/by-the-sea").expect(200);

        ada.patch("shares/" + share.path("id").asText(), Map.of("slug", "by-the-lake")).expect(200);
        anyone.get(picture.at("/urls/preview").asText()).expect(404);
        anyone.get("public/shares/by-the-lake").expect(200);
        anyone.get("public/shares/" + token).expect(200);
    }

    @Test
    void shareNoSlugWithAnother() {
        made(Map.of("slug", "mine"));
        Client bob = anyone.register("bob");
        String his = bob.post("albums", Map.of("title", "His")).expect(201).at("id");

        Answer taken = bob.post("shares", Map.of("resourceType", "album", "resourceId", his, "slug", "mine"));
        assertThat(taken.expect(409).at("code")).isEqualTo("slug-taken");
        for (String wrong : new String[] {"ab", "Mine", "mi ne", "-mine", "x".repeat(65), "api", "\u0430\u0431\u0432"}) {
            bob.post("shares", Map.of("resourceType", "album", "resourceId", his, "slug", wrong)).expect(400);
        }
        assertThat(bob.get("shares").expect(200).items("id")).isEmpty();
    }

    @Test
    void tellNobodyButTheirOwnerTheSlug() {
        String id = made(Map.of("slug", "ours")).path("id").asText();
        Client admin = anyone.signIn("admin", dev.albumen.bootstrap.process.AlbumenProcess.ADMIN_PASSWORD);

        assertThat(ada.get("shares/" + id).expect(200).at("slug")).isEqualTo("ours");
        assertThat(admin.get("shares/" + id).expect(200).json().path("slug").isNull()).isTrue();
    }

    @Test
    void lookLikeNoLinkBeforeTheyStart() {
        JsonNode share = made(Map.of("slug", "not-yet", "startsAt", "2999-01-01T00:00:00Z"));
        Answer missing = anyone.get("public/shares/never-was").expect(404);

        assertThat(likeness(anyone.get("public/shares/not-yet").expect(404), "not-yet")).isEqualTo(likeness(missing, "never-was"));
        String token = share.path("token").asText();
        assertThat(likeness(anyone.get("public/shares/" + token).expect(404), token)).isEqualTo(likeness(missing, "never-was"));
        assertThat(ada.get("shares?state=scheduled").expect(200).items("id")).containsExactly(share.path("id").asText());

        ada.patch("shares/" + share.path("id").asText(), "{\"startsAt\": null}").expect(200);
        anyone.get("public/shares/not-yet").expect(200);
    }

    @Test
    void refuseTermsThatMakeNoSense() {
        for (String wrong : new String[] {"\"maxViews\": 0", "\"maxViews\": 1000001", "\"maxDownloads\": -1", "\"maxViews\": 1.5",
            "\"startsAt\": \"2030-01-01T00:00:00Z\", \"expiresAt\": \"2030-01-01T00:00:00Z\"", "\"allowUpload\": \"yes\"",
            "\"expiresAt\": \"+12345-01-01T00:00:00Z\"", "\"startsAt\": \"-4800-01-01T00:00:00Z\""}) {
            ada.post("shares", "{\"resourceType\": \"album\", \"resourceId\": \"" + album + "\", " + wrong + "}").expect(400);
        }
    }

    @Test
    void keepTheirTerms() {
        JsonNode share = made(Map.of("maxViews", 5, "maxDownloads", 6, "allowUpload", true, "allowComments", true,
                "startsAt", "2020-01-01T00:00:00Z"));

        JsonNode read = ada.get("shares/" + share.path("id").asText()).expect(200).json();
        assertThat(read).isEqualTo(share);
        assertThat(read.path("maxViews").asInt()).isEqualTo(5);
        assertThat(read.path("maxDownloads").asInt()).isEqualTo(6);
        assertThat(read.path("allowUpload").asBoolean()).isTrue();
        assertThat(read.path("allowComments").asBoolean()).isTrue();
        assertThat(read.path("startsAt").asText()).isEqualTo("2020-01-01T00:00:00Z");
    }

    private JsonNode made(Map<String, Object> terms) {
        Map<String, Object> body = new HashMap<>(Map.of("resourceType", "album", "resourceId", album));
        body.putAll(terms);
        return ada.post("shares", body).expect(201).json();
    }

    private static JsonNode withoutVisit(Answer answer) {
        return ((ObjectNode) answer.json()).without("visit");
    }

    /** What an answer says, but for the address that was asked and the number of the request. */
    private static String likeness(Answer answer, String address) {
        return ((ObjectNode) answer.json()).without("traceId").toString().replace(address, "");
    }
}
