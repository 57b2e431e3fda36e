package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.share.ShareTraffic;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
    private InProcess.Node second;
    private Client anyone;
    private Client elsewhere;
    private Client ada;
    private String album;
    private String image;

    @BeforeAll
    void start(@TempDir Path folder, @TempDir Path another) throws IOException {
        service = InProcess.start(folder);
        second = service.anotherNode(another);
        anyone = Client.of(service.address());
        elsewhere = Client.of(second.address());
        ada = anyone.register("ada");
        album = ada.post("albums", Map.of("title", "Sea")).expect(201).at("id");
        image = ada.upload("sea.jpg", Pictures.jpeg(60, 40, 1), "albumId", album).expect(201).at("id");
        ada.settled(image);
    }

    @AfterAll
    void stop() {
        second.close();
        service.close();
    }

    @Test
    void letInAsManyAsTheyMayOfACrowdOnTwoNodes() {
        JsonNode share = made(Map.of("maxViews", 20));
        String path = "public/shares/" + share.path("token").asText();

        List<Answer> answers = Crowd.of(50).each(visitor -> (visitor % 2 == 0 ? anyone : elsewhere).get(path));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(20);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).hasSize(30)
                .allSatisfy(answer -> assertThat(answer.expect(410).at("code")).isEqualTo("share-used-up"));
        assertThat(anyone.get(path + "/images").expect(410).at("code")).isEqualTo("share-used-up");
        for (Answer within : answers.stream().filter(answer -> answer.status() == 200).toList()) {
            Client visitor = elsewhere.bearing(within.at("visit/token"));
            assertThat(visitor.get(path).expect(200).at("visit/token")).isEqualTo(within.at("visit/token"));
            JsonNode picture = visitor.get(path + "/images").expect(200).json().at("/items/0");
            anyone.get(picture.at("/urls/preview").asText()).expect(200);
        }
        JsonNode after = ada.get("shares/" + share.path("id").asText()).expect(200).json();
        assertThat(after.path("views").asInt()).isEqualTo(20);
        assertThat(after.path("state").asText()).isEqualTo("used-up");
        assertThat(ada.get("shares?state=used-up").expect(200).items("id")).containsExactly(share.path("id").asText());
    }

    @Test
    void areReadByNobodyWhoComesAfterTheirRevocation() throws Exception {
        RevocationRace.of(ada, made(Map.of()), anyone, elsewhere).run();
    }

    @Test
    void toProjectsShowTheAlbumsInThemUntilTheseLeave() {
        SharedProject project = SharedProject.made(ada, anyone, elsewhere, Map.of("allowDownload", "preview"));
        project.showsItsAlbums(album, image);
        String alone = made(Map.of()).path("token").asText();
        anyone.get("public/shares/" + alone + "/images?album=" + album).expect(404);
        assertThat(anyone.get("public/shares/" + alone + "/albums").expect(200).items("id")).isEmpty();
        project.losesAlbumsThatLeave();
    }

    @Test
    void toProjectsHoldForRecipientsAndClients() throws IOException {
        SharedProject.made(ada, anyone, elsewhere, Map.of("allowDownload", "original")).isPackedInFolders();
        SharedProject.made(ada, anyone, elsewhere, Map.of("allowDownload", "original")).isSeenByRecipientsOnTheirTerms();
        SharedProject.made(ada, anyone, elsewhere, Map.of()).isChosenFromByPages();
        SharedProject.made(ada, anyone, elsewhere, Map.of("password", "low tide")).keepsToItsPassword();
    }

    @Test
    void doNotGoAlongWithAnAlbumThatChangesHands() {
        Client bea = anyone.register("bea");
        String beasId = bea.get("users/me").expect(200).at("id");
        String given = ada.post("albums", Map.of("title", "Given", "visibility", "public", "notes", "Pays in June")).expect(201).at("id");
        JsonNode share = ada.post("shares", Map.of("resourceType", "album", "resourceId", given)).expect(201).json();
        Map<String, String> to = Map.of("ownerId", beasId);

        assertThat(ada.post("albums/" + given + "/transfer", to).expect(409).at("code")).isEqualTo("new-owner-no-member");
        ada.put("albums/" + given + "/members/" + beasId, Map.of("role", "viewer")).expect(204);
        assertThat(bea.post("albums/" + given + "/transfer", to).expect(403).at("code")).isEqualTo("album-not-yours");
        assertThat(ada.post("albums/" + given + "/transfer", to).expect(409).at("code")).isEqualTo("album-has-links");
        ada.post("albums/" + given + "/transfer?links=delete", to).expect(200);

        JsonNode now = bea.get("albums/" + given).expect(200).json();
        assertThat(now.path("ownerId").asText()).isEqualTo(beasId);
        assertThat(now.path("visibility").asText()).isEqualTo("private");
        assertThat(now.path("notes").asText()).isEmpty();
        elsewhere.get("public/shares/" + share.path("token").asText()).expect(404);
        ada.get("shares/" + share.path("id").asText()).expect(404);
        ada.post("shares", Map.of("resourceType", "album", "resourceId", given)).expect(403);
        bea.delete("albums/" + given + "/members/" + ada.get("users/me").expect(200).at("id")).expect(204);
        elsewhere.get("albums/" + given).expect(404);
        ada.get("albums/" + given).expect(404);
    }

    @Test
    void giveAwayAsMuchAsTheyMayToACrowdOnTwoNodes() {
        JsonNode share = made(Map.of("maxDownloads", 20, "allowDownload", "original"));
        String original = "public/shares/" + share.path("token").asText() + "/images/" + image + "/original";

        List<Answer> answers = Crowd.of(50).each(visitor -> (visitor % 2 == 0 ? anyone : elsewhere).get(original));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(20);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).hasSize(30)
                .allSatisfy(answer -> assertThat(answer.expect(410).at("code")).isEqualTo("share-downloads-used-up"));
        assertThat(ada.get("shares/" + share.path("id").asText()).expect(200).json().path("downloads").asInt()).isEqualTo(20);
        anyone.get(original.replace("original", "preview")).expect(200);
    }

    @Test
    void countADownloadInPartsOnceInAVisitAndEachPartWithout() {
        String path = "public/shares/" + made(Map.of("maxDownloads", 3, "allowDownload", "original")).path("token").asText();
        String original = path + "/images/" + image + "/original";
        Client visitor = anyone.bearing(anyone.get(path).expect(200).at("visit/token"));

        for (int begin = 0; begin < 50; begin += 10) {
            visitor.with("Range", "bytes=" + begin + "-" + (begin + 9)).get(original).expect(206);
        }
        anyone.with("Range", "bytes=0-9").get(original).expect(206);
        anyone.with("Range", "bytes=10-19").get(original).expect(206);
        anyone.with("Range", "bytes=20-29").get(original).expect(410);
        visitor.with("Range", "bytes=50-").get(original).expect(206);
        visitor.get(path + "/archive").expect(410);
    }

    @Test
    void areGivenToPeopleUnderTheirNames() {
        givenByName(Map.of("allowDownload", "original")).hasItsOwnTermsForEach();
        givenByName(Map.of("allowDownload", "original")).burnsTheirNamesIn();
        givenByName(Map.of("allowUpload", true, "allowComments", true)).knowsWhoWritesAndSends(Pictures.jpeg(50, 40, 77));
        givenByName(Map.of()).endsForOneOrForAll();
    }

    private GivenByName givenByName(Map<String, Object> terms) {
        String share = made(terms).path("id").asText();
        ada.patch("shares/" + share + "/selection-config", Map.of("enabled", true)).expect(200);
        return new GivenByName(anyone, elsewhere, ada, share, image);
    }

    @Test
    void tellTheirOwnerHowTheyAreUsed() {
        JsonNode share = made(Map.of("allowDownload", "original"));
        String path = "public/shares/" + share.path("token").asText();
        String own = "shares/" + share.path("id").asText();
        Client grace = anyone.with("User-Agent", "Grace");
        Answer first = grace.get(path).expect(200);
        grace.bearing(first.at("visit/token")).get(path).expect(200);
        grace.get(path).expect(200);
        elsewhere.with("User-Agent", "Linus").get(path).expect(200);
        Client within = grace.bearing(first.at("visit/token"));
        within.get(path + "/images/" + image + "/original").expect(200);
        within.with("Range", "bytes=5-").get(path + "/images/" + image + "/original").expect(206);
        within.get(path + "/archive?size=preview").expect(200);

        service.context().getBean(ShareTraffic.class).write();
        second.context().getBean(ShareTraffic.class).write();
        JsonNode days = ada.get(own + "/analytics?days=2").expect(200).json();
        // It may be midnight.
        assertThat(days.path("days").findValues("views").stream().mapToInt(JsonNode::asInt).sum()).isEqualTo(3);
        assertThat(days.path("days").findValues("downloads").stream().mapToInt(JsonNode::asInt).sum()).isEqualTo(2);
        assertThat(days.path("days").findValues("visitors").stream().mapToInt(JsonNode::asInt).sum()).isBetween(2, 3);
        assertThat(days.at("/images/0/imageId").asText()).isEqualTo(image);
        assertThat(days.at("/images/0/downloads").asInt()).isOne();
        assertThat(days.path("views").asInt()).isEqualTo(3);
        assertThat(ada.get(own).expect(200).json().path("downloads").asInt()).isEqualTo(2);
        ada.get(own + "/analytics?days=366").expect(400);
        ada.get(own + "/analytics?days=x").expect(400);
    }

    @Test
    void tellTheirOwnerHowEachRecipientUsesThem() {
        String recipients = "shares/" + ada.post("shares", Map.of("resourceType", "image", "resourceId", image, "allowDownload", "preview"))
                .expect(201).at("id") + "/recipients";
        Answer bob = ada.post(recipients, Map.of("name", "Bob")).expect(201);
        String cyd = ada.post(recipients, Map.of("name", "Cyd")).expect(201).at("id");
        anyone.get("public/shares/" + bob.at("token")).expect(200);
        elsewhere.get("public/shares/" + bob.at("token")).expect(200);

        JsonNode used = ada.get(recipients + "/" + bob.at("id") + "/analytics?days=2").expect(200).json();
        assertThat(used.path("views").asInt()).isEqualTo(2);
        assertThat(used.path("days")).hasSize(2);
        // It may be midnight.
        assertThat(used.path("days").findValues("views").stream().mapToInt(JsonNode::asInt).sum()).isEqualTo(2);
        assertThat(ada.get(recipients + "/" + cyd + "/analytics").expect(200).json().path("days")).hasSize(30);
        assertThat(ada.get(recipients + "/" + cyd + "/analytics?days=1").expect(200).at("days/0/views")).isEqualTo("0");
        ada.get(recipients + "/" + cyd + "/analytics?days=366").expect(400);
    }

    @Test
    void takeImagesThatNobodySeesBeforeTheyAreAccepted() {
        String party = ada.post("albums", Map.of("title", "Party")).expect(201).at("id");
        JsonNode share = ada.post("shares", Map.of("resourceType", "album", "resourceId", party, "allowUpload", true)).expect(201).json();
        String path = "public/shares/" + share.path("token").asText();
        byte[] picture = Pictures.jpeg(50, 50, 77);

        Answer sent = anyone.uploadTo(path + "/uploads", "party.jpg", picture);
        assertThat(sent.expect(201).json().size()).isEqualTo(2);
        assertThat(elsewhere.uploadTo(path + "/uploads", "again.jpg", picture).expect(201).at("id")).isEqualTo(sent.at("id"));
        assertThat(anyone.uploadTo(path + "/uploads", "broken.jpg", new byte[] {1, 2, 3}).status()).isBetween(400, 499);
        JsonNode one = ada.get("contributions?share=" + share.path("id").asText()).expect(200).json();
        assertThat(one.path("items")).hasSize(1);
        String contributed = one.at("/items/0/imageId").asText();
        ada.settled(contributed);
        assertThat(anyone.get(path + "/images").expect(200).items("id")).isEmpty();
        anyone.get(path + "/images/" + contributed).expect(404);
        anyone.get("images/" + contributed).expect(404);

        ada.post("contributions/" + sent.at("id") + "/accept", "{}").expect(200);
        assertThat(anyone.get(path + "/images").expect(200).items("id")).containsExactly(contributed);
        ada.post("contributions/" + sent.at("id") + "/reject", "{}").expect(409);
        assertThat(ada.get("contributions?state=pending&share=" + share.path("id").asText()).expect(200).items("id")).isEmpty();
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
        Client admin = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);

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
            "\"startsAt\": \"2100-01-01T00:00:00Z\", \"expiresAt\": \"2100-01-01T00:00:00Z\"", "\"allowUpload\": \"yes\"",
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
