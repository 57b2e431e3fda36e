package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.CaptionedPictures;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.rendition.Looks;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What Albumen is for, the same on every storage. */
abstract class MainJob extends UploadContract {

    private static final String FILENAME = "grandmas-garden-0815.jpg";
    private static final String LINK_PASSWORD = "open sesame street";
    private static final List<String> SIZES = List.of("thumbnail", "preview", "large");

    @Test
    void letsTheFirstAdminIn() {
        Client admin = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);

        assertThat(admin.get("users/me").expect(200).at("role")).isEqualTo("superadmin");
        assertThat(admin.get("admin/users").expect(200).items("username")).contains("admin");
    }

    @Test
    void showsAnUploadUprightAndFindsIt() throws IOException {
        Client ada = anyone.register("ada");
        String album = ada.post("albums", Map.of("title", "Garden")).expect(201).at("id");
        Answer uploaded = ada.upload(FILENAME, Pictures.jpegOrientedWithGps(6), "albumId", album, "title", "Roses", "tags", "Flower");
        String id = uploaded.expect(201).at("id");
        assertThat(uploaded.header("Location")).endsWith("/api/v1/images/" + id);

        JsonNode image = ada.settled(id);
        assertThat(image.path("status").asText()).isEqualTo("ready");
        assertThat(List.of(image.path("width").asInt(), image.path("height").asInt())).containsExactly(64, 48);
        assertThat(image.path("metadata").path("camera").asText()).contains(Pictures.MODEL);
        assertThat(image.path("metadata").path("gps").isMissingNode()).isFalse();
        for (String size : SIZES) {
            Looks.assertCorners(picture(anyone.get(image.path("urls").path(size).asText()).expect(200)));
            Looks.assertCorners(picture(ada.get("images/" + id + "/" + size).expect(200)));
        }
        assertThat(ada.get("images/" + id + "/original").expect(200).body()).isEqualTo(Pictures.jpegOrientedWithGps(6));

        ada.put("images/" + id + "/tags/Summer%20Holiday");
        assertThat(ada.get("images?q=rose").expect(200).items("id")).containsExactly(id);
        assertThat(ada.get("images?tag=summer%20holiday").expect(200).items("id")).containsExactly(id);
        assertThat(ada.get("images?q=grandmas").expect(200).items("id")).containsExactly(id);
        assertThat(ada.get("images?q=tulip").expect(200).items("id")).isEmpty();
        ada.put("images/" + id + "/favorite");
        assertThat(ada.get("favorites").expect(200).items("id")).containsExactly(id);
        assertThat(anyone.register("bob").get("images?q=rose").expect(200).items("id")).isEmpty();
    }

    @Test
    void readsWhatPeopleWroteIntoAFileAndTellsItsOwnerAlone() {
        Client ida = anyone.register("ida");
        byte[] picture = CaptionedPictures.jpegWithGps(CaptionedPictures.xmp());
        assertThat(ida.upload(FILENAME, picture, "keywordsAsTags", "perhaps").status()).isEqualTo(400);
        Answer uploaded = ida.upload(FILENAME, picture, "keywordsAsTags", "true", "tags", "Quay").expect(201);
        String id = uploaded.at("id");
        assertThat(uploaded.json().path("tags").findValuesAsText("name")).containsExactlyInAnyOrder("quay", "sea", "東京", "low tide");

        JsonNode said = ida.settled(id).path("metadata");
        assertThat(said.path("keywords")).extracting(JsonNode::asText).isEqualTo(CaptionedPictures.CAPTION.keywords());
        assertThat(said.path("rating").asInt()).isEqualTo(4);
        assertThat(said.path("creator").asText()).isEqualTo(CaptionedPictures.CAPTION.creator());
        assertThat(said.path("takenAtOffset").asText()).isEqualTo("+02:00");
        assertThat(said.path("takenAtSource").asText()).isEqualTo("exif-original");
        assertThat(said.path("takenAtZone").asText()).isEqualTo("stated");
        assertThat(ida.get("images?q=lovelace").expect(200).items("id")).containsExactly(id);

        String later = ida.upload("later.jpg", CaptionedPictures.jpegWithIptc(CaptionedPictures.iptc())).expect(201).at("id");
        assertThat(ida.settled(later).path("tags")).isEmpty();
        for (int i = 0; i < 2; i++) {
            assertThat(ida.post("images/" + later + "/tags:fromKeywords", Map.of()).expect(200).json().path("tags").findValuesAsText("name"))
                    .containsExactlyInAnyOrder("möwe", "sea");
        }

        for (boolean shown : new boolean[] {false, true}) {
            Answer share = ida.post("shares", Map.of("resourceType", "image", "resourceId", id, "allowDownload", "original", "showMetadata", shown))
                    .expect(201);
            String link = "public/shares/" + share.at("token");
            for (String page : List.of(link, link + "/images", link + "/images/" + id)) {
                String seen = anyone.get(page).expect(200).text();
                assertThat(seen.contains("Lovelace") || seen.contains("東京") || seen.contains(Pictures.SECRET) || seen.contains(Pictures.SERIAL_NUMBER))
                        .as(page).isEqualTo(shown && !page.equals(link));
            }
            byte[] original = anyone.get(link + "/images/" + id + "/original").expect(200).body();
            assertThat(new String(original, StandardCharsets.ISO_8859_1).contains(Pictures.SECRET)).isEqualTo(shown);
        }
    }

    @Test
    void ordersAnAlbumAndChoosesItsCover() {
        Client eve = anyone.register("eve");
        String album = eve.post("albums", Map.of("title", "Order", "sort", "manual")).expect(201).at("id");
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            ids.add(eve.upload("p" + i + ".jpg", Pictures.jpeg(40, 30, i), "albumId", album).expect(201).at("id"));
        }
        ids.forEach(eve::settled);

        Answer moved = eve.patch("albums/" + album + "/images/" + ids.get(2), "{\"after\": null}");
        assertThat(moved.status()).isBetween(200, 204);
        assertThat(eve.get("albums/" + album + "/images").expect(200).items("id"))
                .containsExactly(ids.get(2), ids.get(0), ids.get(1));

        eve.patch("albums/" + album, Map.of("coverImageId", ids.get(1))).expect(200);
        JsonNode seen = eve.get("albums/" + album).expect(200).json();
        assertThat(seen.path("coverImageId").asText()).isEqualTo(ids.get(1));
        assertThat(seen.path("imageCount").asInt()).isEqualTo(3);
    }

    @Test
    void sharesAnAlbumByLinkUntilTheLinkIsRevoked() throws IOException {
        Client owner = anyone.register("olga");
        String album = owner.post("albums", Map.of("title", "Party")).expect(201).at("id");
        String id = owner.upload(FILENAME, Pictures.jpegOrientedWithGps(6), "albumId", album).expect(201).at("id");
        owner.settled(id);
        Answer share = owner.post("shares", Map.of("resourceType", "album", "resourceId", album,
                "password", LINK_PASSWORD, "allowDownload", "original")).expect(201);
        String link = "public/shares/" + share.at("token");

        assertThat(anyone.get(link).expect(401).at("code")).isEqualTo("share-password-required");
        anyone.post(link + "/unlock", Map.of("password", "not this one at all")).expect(401);
        Client guest = anyone.bearing(anyone.post(link + "/unlock", Map.of("password", LINK_PASSWORD)).expect(200).at("token"));

        Answer page = guest.get(link).expect(200);
        assertThat(page.header("Cache-Control")).contains("no-store");
        Answer list = guest.get(link + "/images").expect(200);
        assertThat(list.items("id")).containsExactly(id);
        assertThat(list.text() + page.text()).doesNotContain(FILENAME).doesNotContain("grandma").doesNotContain(Pictures.MAKE);

        List<String> handedOut = new ArrayList<>();
        list.json().path("items").get(0).path("urls").forEach(url -> handedOut.add(url.asText()));
        assertThat(handedOut).isNotEmpty();
        for (String url : handedOut) {
            PublicBytes.assertCleanOf(anyone.get(url).expect(200), FILENAME);
        }
        for (String size : SIZES) {
            Answer bytes = guest.get(link + "/images/" + id + "/" + size).expect(200);
            Looks.assertCorners(picture(bytes));
            PublicBytes.assertCleanOf(bytes, FILENAME);
        }
        PublicBytes.assertCleanOf(guest.get(link + "/images/" + id + "/original").expect(200), FILENAME);
        Answer zip = guest.get(link + "/archive?size=original").expect(200);
        assertThat(entries(zip, FILENAME)).isEqualTo(1);

        owner.patch("shares/" + share.at("id"), Map.of("active", false)).expect(200);
        assertThat(handedOut).allSatisfy(url -> anyone.get(url).expect(404));
        guest.get(link).expect(404);
        guest.get(link + "/images").expect(404);
        guest.get(link + "/archive?size=1024").expect(404);
        owner.patch("shares/" + share.at("id"), Map.of("active", true)).expect(200);
        guest.get(link).expect(200);
        owner.patch("shares/" + share.at("id"), Map.of("password", "another one now")).expect(200);
        guest.get(link).expect(401);
        assertThat(handedOut).allSatisfy(url -> assertThat(anyone.get(url).status()).isEqualTo(401));
        owner.delete("shares/" + share.at("id")).expect(204);
        assertThat(handedOut).allSatisfy(url -> anyone.get(url).expect(404));
    }

    @Test
    void answersWithBytesInOneWayEverywhere() throws Exception {
        Client owner = anyone.register("rita");
        String album = owner.post("albums", Map.of("title", "Ranges")).expect(201).at("id");
        byte[] picture = Pictures.jpegOrientedWithGps(6);
        String id = owner.upload(FILENAME, picture, "albumId", album).expect(201).at("id");
        JsonNode image = owner.settled(id);
        String quiet = share(owner, album, false);
        String talkative = share(owner, album, true);
        JsonNode shared = anyone.get(quiet + "/images").expect(200).json().path("items").get(0);

        for (String size : List.of("thumbnail", "preview", "large", "original")) {
            ByteRoutes.assertAnswersAsAll(owner, "images/" + id + "/" + size);
            ByteRoutes.assertAnswersAsAll(anyone, image.path("urls").path(size).asText());
            ByteRoutes.assertAnswersAsAll(anyone, quiet + "/images/" + id + "/" + size);
            ByteRoutes.assertAnswersAsAll(anyone, shared.path("urls").path(size).asText());
        }
        for (String size : List.of("original", "2048", "1024")) {
            ByteRoutes.assertAnswersAsAll(owner, "albums/" + album + "/archive?size=" + size);
            ByteRoutes.assertAnswersAsAll(anyone, quiet + "/archive?size=" + size);
        }

        byte[] hash = MessageDigest.getInstance("SHA-256").digest(picture);
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
        for (Answer original : List.of(owner.get("images/" + id + "/original"), owner.with("Range", "bytes=3-5").get("images/" + id + "/original"),
                anyone.get(image.path("urls").path("original").asText()), anyone.get(talkative + "/images/" + id + "/original"))) {
            assertThat(original.header("Repr-Digest")).as(original.request()).isEqualTo(digest);
        }
        for (Answer other : List.of(anyone.get(quiet + "/images/" + id + "/original"), owner.get("images/" + id + "/preview"))) {
            assertThat(other.expect(200).headers().map().toString())
                    .doesNotContainIgnoringCase("digest").doesNotContain(HexFormat.of().formatHex(hash).substring(0, 8));
        }
    }

    private static String share(Client owner, String album, boolean metadata) {
        return "public/shares/" + owner.post("shares", Map.of("resourceType", "album", "resourceId", album,
                "allowDownload", "original", "showMetadata", metadata)).expect(201).at("token");
    }

    @Test
    void resumesTheDownloadOfAnAlbumAsLongAsItStaysTheSame() throws IOException {
        Client owner = anyone.register("resa");
        String album = owner.post("albums", Map.of("title", "Resumed")).expect(201).at("id");
        for (int i = 0; i < 3; i++) {
            owner.settled(owner.upload("Größe " + i + ".jpg", Pictures.jpeg(300, 200, 700 + i), "albumId", album).expect(201).at("id"));
        }
        String path = "albums/" + album + "/archive?size=original";
        Answer whole = owner.get(path).expect(200);
        assertThat(entries(whole, "nothing")).isEqualTo(3);

        for (int cut = 0; cut < whole.body().length; cut += 7_919) {
            byte[] rest = owner.with("Range", "bytes=" + cut + "-").with("If-Range", whole.header("ETag")).get(path).expect(206).body();
            assertThat(rest).isEqualTo(Arrays.copyOfRange(whole.body(), cut, whole.body().length));
        }
        owner.settled(owner.upload("more.jpg", Pictures.jpeg(30, 20, 777), "albumId", album).expect(201).at("id"));
        Answer changed = owner.with("Range", "bytes=1000-").with("If-Range", whole.header("ETag")).get(path).expect(200);
        assertThat(entries(changed, "nothing")).isEqualTo(4);
    }

    @Test
    void letsGoOfWhatItSendsOnceTheClientIsGone() throws IOException {
        Client owner = anyone.register("gone");
        String album = owner.post("albums", Map.of("title", "Gone")).expect(201).at("id");
        for (int i = 0; i < 2; i++) {
            owner.settled(owner.upload("noise" + i + ".png", Noise.png(1700, 1700, i), "albumId", album).expect(201).at("id"));
        }

        Leaving.assertFreesEverything(owner, "albums/" + album + "/archive?size=original");
        String image = owner.get("images").expect(200).items("id").getFirst();
        Leaving.assertFreesEverything(owner, "images/" + image + "/original");
    }

    @Test
    void restoresFromTheTrashAndPurges() {
        Client owner = anyone.register("tina");
        byte[] bytes = Pictures.jpeg(50, 40, 99);
        String id = owner.upload("a.jpg", bytes).expect(201).at("id");
        String url = owner.settled(id).path("urls").path("thumbnail").asText();
        assertThat(owner.get("users/me/usage").expect(200).json().path("usedBytes").asInt()).isEqualTo(bytes.length);

        owner.delete("images/" + id).expect(204);
        assertThat(owner.get("images").expect(200).items("id")).isEmpty();
        assertThat(owner.get("trash").expect(200).items("id")).containsExactly(id);
        owner.post("trash/" + id + "/restore", "").expect(200);
        assertThat(owner.get("images").expect(200).items("id")).containsExactly(id);
        owner.delete("images/" + id).expect(204);
        owner.delete("trash/" + id).expect(204);

        owner.get("images/" + id).expect(404);
        anyone.get(url).expect(404);
        assertThat(owner.get("users/me/usage").expect(200).json().path("usedBytes").asInt()).isZero();
        assertThat(owner.upload("a.jpg", bytes).expect(201).at("id")).isNotEqualTo(id);
    }

    @Test
    void endsTokensAndSignedAddressesWithTheSession() {
        Client owner = anyone.register("lena");
        String id = owner.upload("a.jpg", Pictures.jpeg(50, 40, 7)).expect(201).at("id");
        String url = owner.settled(id).path("urls").path("thumbnail").asText();
        anyone.get(url).expect(200);

        assertThat(owner.post("auth/logout", "{}").status()).isEqualTo(204);

        owner.get("users/me").expect(401);
        assertThat(anyone.get(url).status()).isIn(401, 404);
    }

    @Test
    void endsShareLinksOfADisabledAccount() {
        Client owner = anyone.register("dora");
        String id = owner.upload("a.jpg", Pictures.jpeg(50, 40, 8)).expect(201).at("id");
        owner.settled(id);
        String token = owner.post("shares", Map.of("resourceType", "image", "resourceId", id)).expect(201).at("token");
        List<String> urls = StreamSupport.stream(anyone.get("public/shares/" + token + "/images").expect(200)
                .json().path("items").get(0).path("urls").spliterator(), false)
                .filter(JsonNode::isTextual).map(JsonNode::asText).toList();
        assertThat(urls).isNotEmpty().allSatisfy(url -> anyone.get(url).expect(200));

        Client admin = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        String account = owner.get("users/me").expect(200).at("id");
        admin.patch("admin/users/" + account, Map.of("disabled", true)).expect(200);

        owner.get("users/me").expect(401);
        anyone.get("public/shares/" + token).expect(404);
        assertThat(urls).allSatisfy(url -> anyone.get(url).expect(404));
        anyone.post("auth/login", Map.of("login", "dora", "password", Client.PASSWORD)).expect(403);

        admin.patch("admin/users/" + account, Map.of("disabled", false)).expect(200);
        anyone.get("public/shares/" + token).expect(200);
        owner.get("users/me").expect(401);
    }

    private static BufferedImage picture(Answer answer) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture).as("%s is %s", answer.request(), answer.header("Content-Type")).isNotNull();
        return picture;
    }

    private static int entries(Answer zip, String secret) throws IOException {
        int entries = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry(), entries++) {
                assertThat(entry.getName()).doesNotContain(secret);
                PublicBytes.assertClean(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }
}
