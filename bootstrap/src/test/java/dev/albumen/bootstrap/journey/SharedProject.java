package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A wedding by one link: the church with its choir, and a picture of that.
 *
 * @param elsewhere the same visitor at another node
 * @param within the picture, which lies in the choir's album alone
 */
record SharedProject(
        Client owner, Client anyone, Client elsewhere, JsonNode share, String project, String church, String choir, String within) {

    static SharedProject made(Client owner, Client anyone, Client elsewhere, Map<String, ?> terms) {
        String project = owner.post("albums", Map.of("title", "Wedding")).expect(201).at("id");
        String church = owner.post("albums", Map.of("title", "Church", "parentId", project)).expect(201).at("id");
        String choir = owner.post("albums", Map.of("title", "Choir", "parentId", church)).expect(201).at("id");
        String within = owner.upload("choir.jpg", Pictures.jpeg(60, 40, 2), "albumId", choir).json().path("id").asText();
        owner.settled(within);
        owner.put("albums/" + choir + "/images/" + within, "{}");
        Map<String, Object> wanted = new HashMap<>(terms);
        wanted.put("resourceType", "project");
        wanted.put("resourceId", project);
        return new SharedProject(owner, anyone, elsewhere, owner.post("shares", wanted).expect(201).json(), project, church, choir, within);
    }

    private String token() {
        return share.path("token").asText();
    }

    private String path() {
        return "public/shares/" + token();
    }

    private String page() {
        return "/s/" + token();
    }

    /** @param album one that lies elsewhere, with an image */
    void showsItsAlbums(String album, String image) {
        assertThat(share.path("resourceType").asText()).isEqualTo("project");
        assertThat(anyone.get(path()).expect(200).at("resourceType")).isEqualTo("project");
        assertThat(anyone.get(path() + "/albums").expect(200).items("id")).containsExactly(church);
        JsonNode inner = anyone.get(path() + "/albums?album=" + church).expect(200).json().at("/items/0");
        assertThat(inner.path("parentId").asText()).isEqualTo(church);
        assertThat(inner.path("imageCount").asInt()).isOne();
        assertThat(anyone.get(path() + "/images").expect(200).items("id")).isEmpty();
        assertThat(anyone.get(path() + "/images?album=" + choir).expect(200).items("id")).containsExactly(within);
        anyone.get(inner.at("/cover/urls/thumbnail").asText()).expect(200);
        assertThat(anyone.get(page()).expect(200).text()).contains("Church", page() + "/a/" + church, "1 album").doesNotContain("Choir");
        assertThat(anyone.get(page() + "/a/" + church).expect(200).text())
                .contains("Choir", "href=\"" + page() + "\"", "og:image");
        assertThat(anyone.get(page() + "/a/" + choir).expect(200).text())
                .contains(page() + "/a/" + choir + "/i/" + within, "href=\"" + page() + "/a/" + church + "\"");
        for (String address : List.of(page() + "/i/" + within, page() + "/a/" + choir + "/i/" + within)) {
            assertThat(anyone.get(address).expect(200).text()).contains(page() + "/a/" + choir + "#i-" + within);
        }
        assertThat(owner.get("images?q=is:shared").expect(200).items("id")).contains(within);
        for (String other : List.of(path() + "/images?album=" + album, path() + "/albums?album=" + album, path() + "/images/" + image,
                path() + "/archive?size=1024&album=" + album, page() + "/a/" + album, page() + "/a/nonsense", page() + "/i/" + image,
                page() + "/a/" + choir + "/i/" + image, page() + "/a/" + church + "/i/" + within)) {
            anyone.get(other).expect(404);
        }
    }

    /** With the next request, for addresses that were handed out before, and back again. */
    void losesAlbumsThatLeave() {
        String preview = elsewhere.get(path() + "/images/" + within).expect(200).at("urls/preview");
        moveChurch(null);
        for (Client visitor : List.of(anyone, elsewhere)) {
            visitor.get(preview).expect(404);
            visitor.get(path() + "/images?album=" + choir).expect(404);
            visitor.get(page() + "/a/" + choir).expect(404);
            visitor.get(page() + "/i/" + within).expect(404);
            assertThat(visitor.get(path() + "/albums").expect(200).items("id")).isEmpty();
        }
        moveChurch(project);
        for (Client visitor : List.of(anyone, elsewhere)) {
            visitor.get(preview).expect(200);
            assertThat(visitor.get(path() + "/albums").expect(200).items("id")).containsExactly(church);
        }
        owner.delete("shares/" + share.path("id").asText()).expect(204);
        elsewhere.get(preview).expect(404);
        elsewhere.get(path() + "/albums").expect(404);
    }

    private void moveChurch(String to) {
        String parent = to == null ? "null" : "\"" + to + "\"";
        owner.with("Content-Type", "application/json").patch("albums/" + church, "{\"parentId\": " + parent + "}").expect(200);
    }

    /** Whole, and from an album on. */
    void isPackedInFolders() throws IOException {
        assertThat(entries(anyone.get(path() + "/archive?size=original").expect(200))).containsExactly("Church/Choir/0001.jpg");
        assertThat(entries(anyone.get(path() + "/archive?size=1024&album=" + church).expect(200))).containsExactly("Choir/0001.jpg");
        assertThat(anyone.get(page()).expect(200).text()).contains("/archive?size=original");
    }

    private static List<String> entries(Answer archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    void isSeenByRecipientsOnTheirTerms() {
        JsonNode bob = owner.post("shares/" + share.path("id").asText() + "/recipients",
                Map.of("name", "Bob", "allowDownload", "preview", "maxDownloads", 1, "watermark", true)).expect(201).json();
        String bobs = "public/shares/" + bob.path("token").asText();
        Answer opened = anyone.get(bobs).expect(200);
        Client visitor = anyone.bearing(opened.at("visit/token"));
        assertThat(visitor.get(bobs + "/albums").expect(200).items("id")).containsExactly(church);
        assertThat(visitor.get(bobs + "/images?album=" + choir).expect(200).items("id")).containsExactly(within);
        byte[] marked = visitor.get(bobs + "/images/" + within + "/preview").expect(200).body();
        assertThat(marked).isNotEqualTo(anyone.get(path() + "/images/" + within + "/preview").expect(200).body());
        visitor.get(bobs + "/images/" + within + "/original").expect(403);
        visitor.get(bobs + "/archive?size=original").expect(403);
        visitor.get(bobs + "/archive?size=1024").expect(200);
        visitor.get(bobs + "/archive?size=1024&album=" + church).expect(410);
        anyone.get(path() + "/archive?size=original").expect(200);
    }

    /** Whoever chooses on the page of an album stays there. */
    void isChosenFromByPages() {
        owner.patch("shares/" + share.path("id").asText() + "/selection-config", Map.of("enabled", true)).expect(200);
        PageVisitor bob = new PageVisitor(anyone);
        bob.get(page()).expect(200);
        bob.follow(page() + "/selection", "name", "Bob").expect(200);
        assertThat(bob.get(page() + "/a/" + choir).expect(200).text()).contains("name=\"album\" value=\"" + choir + "\"");
        String choice = page() + "/selection/images/" + within;
        assertThat(bob.submit(choice, "act", "choose", "album", choir).expect(303).header("Location"))
                .isEqualTo(page() + "/a/" + choir + "#i-" + within);
        assertThat(bob.submit(choice, "act", "say", "album", choir, "page", "image", "stars", "4").expect(303).header("Location"))
                .isEqualTo(page() + "/a/" + choir + "/i/" + within + "#choice");
        assertThat(bob.submit(choice, "act", "say", "album", "//elsewhere.example").expect(303).header("Location"))
                .isEqualTo(page() + "#i-" + within);
        String chosen = bob.get(page() + "/selection").expect(200).text();
        assertThat(chosen).contains(page() + "/i/" + within, "1 picture");
        bob.get(page() + "/i/" + within).expect(200);
        assertThat(owner.get("shares/" + share.path("id").asText() + "/selections/overview").expect(200).json().at("/items/0/imageId").asText())
                .isEqualTo(within);
    }

    void keepsToItsPassword() {
        for (String locked : List.of(path() + "/albums", path() + "/images?album=" + choir, path() + "/archive?size=1024&album=" + choir,
                path() + "/images/" + within, page() + "/a/" + choir, page() + "/i/" + within)) {
            assertThat(anyone.get(locked).expect(401).text()).doesNotContain("Church", "Choir", within + "/");
        }
        String visit = anyone.post(path() + "/unlock", Map.of("password", "low tide")).expect(200).at("token");
        assertThat(anyone.bearing(visit).get(path() + "/albums").expect(200).items("id")).containsExactly(church);
        owner.patch("shares/" + share.path("id").asText(), Map.of("password", "high tide")).expect(200);
        elsewhere.bearing(visit).get(path() + "/albums").expect(401);
    }
}
