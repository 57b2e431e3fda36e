package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What becomes of a link that was given to people under their names. */
record GivenByName(Client anyone, Client elsewhere, Client owner, String share, String image) {

    private JsonNode invited(String name, Map<String, ?> terms) {
        Map<String, Object> body = new HashMap<>(terms);
        body.put("name", name);
        return owner.post("shares/" + share + "/recipients", body).expect(201).json();
    }

    private static String path(JsonNode recipient) {
        return "public/shares/" + recipient.path("token").asText();
    }

    private String of(JsonNode recipient) {
        return "shares/" + share + "/recipients/" + recipient.path("id").asText();
    }

    /** The link itself allows originals, uploads, comments and choosing, and has no end. */
    void hasItsOwnTermsForEach() {
        JsonNode bob = invited("Bob", Map.of("allowDownload", "preview", "maxViews", 2, "email", "bob@example.org"));
        JsonNode cyd = invited("Cyd", Map.of());
        assertThat(bob.path("url").asText()).endsWith("/s/" + bob.path("token").asText());
        assertThat(owner.get("shares/" + share).expect(200).json().path("recipients").asInt()).isEqualTo(2);
        assertThat(owner.post("shares/" + share + "/recipients", Map.of("name", "BOB")).expect(409).at("code"))
                .isEqualTo("recipient-name-taken");
        owner.post("shares/" + share + "/recipients", Map.of("email", "x@example.org")).expect(400);
        owner.post("shares/" + share + "/recipients", Map.of("name", "Dan", "expiresAt", "2001-01-01T00:00:00Z")).expect(400);
        assertThat(owner.get("shares/" + share + "/recipients?limit=1").expect(200).json().path("nextCursor").isTextual()).isTrue();

        Answer opened = anyone.get(path(bob)).expect(200);
        assertThat(opened.json().path("recipient").asText()).isEqualTo("Bob");
        assertThat(opened.at("allowDownload")).isEqualTo("preview");
        assertThat(opened.text()).doesNotContain("bob@example.org", "Cyd");
        assertThat(anyone.get(path(bob) + "/images").expect(401).at("code")).isEqualTo("share-visit-required");
        Client visitor = anyone.bearing(opened.at("visit/token"));
        visitor.get(path(bob) + "/images/" + image + "/original").expect(403);
        anyone.get(path(cyd) + "/images/" + image + "/original").expect(200);
        anyone.get(path(bob)).expect(200);
        assertThat(anyone.get(path(bob)).expect(410).at("code")).isEqualTo("share-used-up");
        JsonNode seen = owner.get(of(bob)).expect(200).json();
        assertThat(List.of(seen.path("views").asInt(), seen.path("downloads").asInt())).containsExactly(2, 0);
        assertThat(seen.path("state").asText()).isEqualTo("used-up");
        assertThat(seen.path("lastSeenAt").isTextual()).isTrue();
        assertThat(owner.get(of(cyd)).expect(200).json().path("downloads").asInt()).isEqualTo(1);
    }

    /** Of the same picture everybody sees another one, and none gets the clean one by asking otherwise. */
    void burnsTheirNamesIn() {
        JsonNode bob = invited("Bob", Map.of("watermark", true));
        JsonNode cyd = invited("Cyd", Map.of("watermark", true));
        JsonNode dan = invited("Dan", Map.of("watermark", false));

        byte[] clean = anyone.get(path(dan) + "/images/" + image + "/preview").expect(200).body();
        byte[] bobs = anyone.get(path(bob) + "/images/" + image + "/preview").expect(200).body();
        byte[] cyds = anyone.get(path(cyd) + "/images/" + image + "/preview").expect(200).body();
        assertThat(bobs).isNotEqualTo(clean).isNotEqualTo(cyds);
        assertThat(cyds).isNotEqualTo(clean);
        String signed = anyone.get(path(bob) + "/images/" + image).expect(200).at("urls/preview");
        assertThat(elsewhere.get(signed).expect(200).body()).isEqualTo(bobs);
        assertThat(anyone.get(path(bob) + "/images/" + image + "/original").expect(403).at("code")).isEqualTo("original-watermarked");
        String others = signed.replace(bob.path("token").asText(), cyd.path("token").asText());
        assertThat(anyone.get(others).expect(200).body()).as("theirs, whatever was signed for whom").isEqualTo(cyds);
        assertThat(anyone.with("Accept", "text/html").get("/s/" + bob.path("token").asText()).expect(200).text()).contains("For Bob");
    }

    /** What they write and send carries their name, whatever they say. */
    void knowsWhoWritesAndSends(byte[] picture) {
        JsonNode bob = invited("Bob", Map.of("email", "bob@example.org"));
        JsonNode mute = invited("Cyd", Map.of("allowComments", false, "allowUpload", false, "allowSelection", false));
        Answer said = anyone.post(path(bob) + "/comments", Map.of("name", "Somebody else", "body", "Fine")).expect(201);
        assertThat(said.text()).contains("\"Bob\"").doesNotContain("Somebody else");
        Answer selection = anyone.post(path(bob) + "/selections", Map.of("name", "Somebody else")).expect(201);
        assertThat(List.of(selection.at("name"), selection.at("email"))).containsExactly("Bob", "bob@example.org");
        assertThat(anyone.bearing(selection.at("token")).patch(path(bob) + "/selections/me", Map.of("name", "Else")).expect(200).at("name"))
                .isEqualTo("Bob");
        anyone.uploadTo(path(bob) + "/uploads", "mine.jpg", picture).expect(201);
        assertThat(owner.get("contributions?share=" + share).expect(200).json().at("/items/0/contributor").asText()).isEqualTo("Bob");

        anyone.post(path(mute) + "/comments", Map.of("name", "Cyd", "body", "Fine")).expect(403);
        anyone.post(path(mute) + "/selections", Map.of("name", "Cyd")).expect(403);
        anyone.uploadTo(path(mute) + "/uploads", "mine.jpg", picture).expect(403);
        assertThat(anyone.get(path(mute)).expect(200).json().path("allowSelection").asBoolean()).isFalse();
    }

    /** On every node, with the next request, and for addresses that were handed out before. */
    void endsForOneOrForAll() {
        JsonNode bob = invited("Bob", Map.of());
        JsonNode cyd = invited("Cyd", Map.of());
        String bobs = anyone.get(path(bob) + "/images/" + image).expect(200).at("urls/thumbnail");
        String cyds = anyone.get(path(cyd) + "/images/" + image).expect(200).at("urls/thumbnail");
        elsewhere.get(bobs).expect(200);

        owner.patch(of(bob), Map.of("active", false)).expect(200);
        byte[] never = elsewhere.get("public/shares/" + "A".repeat(43) + "/images/" + image).expect(404).body();
        assertThat(never).isNotEmpty();
        elsewhere.get(bobs).expect(404);
        anyone.get(path(bob)).expect(404);
        elsewhere.get(cyds).expect(200);
        owner.patch(of(bob), Map.of("active", true)).expect(200);
        anyone.get(bobs).expect(200);
        owner.with("If-Match", "\"0\"").delete(of(bob)).expect(412);
        owner.delete(of(bob)).expect(204);
        elsewhere.get(bobs).expect(404);
        owner.get(of(bob)).expect(404);
        elsewhere.get(cyds).expect(200);

        owner.patch("shares/" + share, Map.of("password", "low tide")).expect(200);
        elsewhere.get(cyds).expect(401);
        anyone.get(path(cyd)).expect(401);
        String visit = anyone.post(path(cyd) + "/unlock", Map.of("password", "low tide")).expect(200).at("token");
        anyone.bearing(visit).get(path(cyd) + "/images").expect(200);
        owner.delete("shares/" + share).expect(204);
        anyone.bearing(visit).get(path(cyd) + "/images").expect(404);
    }
}
