package dev.albumen.bootstrap.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that people see who come with a link. */
class SharePageIT {

    private static final String SCRIPT = "<script>document.title='taken'</script>";
    private static final String QUOTED = "\"'><img src=x onerror=alert(1)>${1+1}@if(true)";
    private static final String PASSWORD = "low tide";
    private static final Pattern IMAGE_PAGE = Pattern.compile("href=\"(/s/[^\"]+/i/([0-9a-f-]{36}))\"");
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href|content|action|srcset)=\"([^\"]*)\"");

    private static InProcess service;
    private static Client anyone;
    private static Client ada;
    private static String album;
    private static List<String> images;

    @BeforeAll
    static void start(@TempDir Path home) {
        service = InProcess.start(home);
        anyone = Client.of(service.address()).with("Accept", "text/html,*/*;q=0.8");
        ada = Client.of(service.address()).register("ada");
        images = IntStream.range(0, 3).mapToObj(i -> ada.upload("secret-name-" + i + ".jpg", Pictures.jpegWithGps(i == 2 ? 700 : 90 + 60 * i, i == 2 ? 400 : 80),
                "title", i == 0 ? SCRIPT : i == 1 ? QUOTED : "Low tide", "description", SCRIPT + QUOTED).expect(201).at("id")).toList();
        images.forEach(image -> assertThat(ada.settled(image).path("status").asText()).isEqualTo("ready"));
        album = ada.post("albums", Map.of("title", SCRIPT + QUOTED, "description", QUOTED + "\n" + SCRIPT)).expect(201).at("id");
        ada.post("albums/" + album + "/images", Map.of("imageIds", images)).expect(207);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String linked(Object... terms) {
        return link(terms).at("token");
    }

    private static Answer link(Object... terms) {
        Map<String, Object> body = new HashMap<>(Map.of("resourceType", "album", "resourceId", album));
        for (int i = 0; i < terms.length; i += 2) {
            body.put((String) terms[i], terms[i + 1]);
        }
        return ada.post("shares", body).expect(201);
    }

    private static Answer submit(Client client, String path, String password) {
        return client.with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, BodyPublishers.ofString("password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)));
    }

    private static Answer say(String page, String name, String words) {
        String form = "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&words=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return anyone.with("Content-Type", "application/x-www-form-urlencoded").send("POST", page + "/comments", BodyPublishers.ofString(form));
    }

    @Nested
    class ATalk {

        @Test
        void takesWhatVisitorsSayForNothingButText() {
            String page = "/s/" + linked("allowComments", true) + "/i/" + images.get(0);
            assertThat(anyone.get(page).expect(200).text()).contains("Nobody has said anything yet.");

            assertThat(say(page, SCRIPT, "So " + QUOTED + "\r\nlow").expect(303).header("Location")).isEqualTo(page + "#talk");

            String text = anyone.get(page).expect(200).text();
            assertThat(text).contains("<strong dir=\"auto\">&lt;script", "So \"'&gt;&lt;img").doesNotContain("<script", "<img src=x", "Nobody has said");
            String comment = ada.get("images/" + images.get(0) + "/comments").expect(200).at("items/0/id");
            ada.put("comments/" + comment + "/hidden").expect(204);
            assertThat(anyone.get(page).expect(200).text()).contains("Nobody has said anything yet.").doesNotContain("So \"");
        }

        @Test
        void keepsWhatWasTypedWhereSomethingIsWrongWithIt() {
            String page = "/s/" + linked("allowComments", true) + "/i/" + images.get(1);

            assertThat(say(page, "", "What a <sky>").expect(400).text()).contains("role=\"alert\"", ">What a &lt;sky&gt;</textarea>", "Nobody has said");
            assertThat(say(page, "Grandma", " ").expect(400).text()).contains("A comment has at least one character.", "value=\"Grandma\"");
            for (int i = 0; i < 8; i++) {
                say(page, "Grandma", "Sky " + i).expect(303);
            }
            assertThat(say(page, "Grandma", "Once more").expect(429).text()).contains("Wait a few minutes", ">Once more</textarea>", "Sky 7");
        }

        @Test
        void isNotToBeHadWhereTheLinkDoesNotAllowIt() {
            String page = "/s/" + linked() + "/i/" + images.get(2);

            assertThat(anyone.get(page).expect(200).text()).doesNotContain("id=\"talk\"", "<form");
            assertThat(say(page, "Grandma", "Sky").expect(403).text()).contains("That did not work");
            assertThat(say("/s/" + linked("allowComments", true) + "/i/" + UUID.randomUUID(), "Grandma", "Sky").expect(404).text())
                    .contains("There is nothing here");
        }

        @Test
        void carriesTheNameOfWhomTheLinkWasGivenTo() {
            Answer link = link("allowComments", true);
            String token = ada.post("shares/" + link.at("id") + "/recipients", Map.of("name", "Fay")).expect(201).at("token");
            String page = "/s/" + token + "/i/" + images.get(2);
            assertThat(anyone.get(page).expect(200).text()).doesNotContain("name=\"name\"");

            say(page, "Eve", "What a sky").expect(303);

            assertThat(anyone.get(page).expect(200).text()).contains("<strong dir=\"auto\">Fay</strong>").doesNotContain("Eve");
        }
    }

    @Nested
    class AnAlbum {

        @Test
        void isShownWholeWithoutAScript() {
            Answer page = anyone.get("/s/" + linked("label", "For " + QUOTED)).expect(200);

            assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
            assertThat(page.text()).contains("3 pictures", "<main", "loading=", "srcset=", "width=\"", "For \"'&gt;&lt;img");
            assertThat(IMAGE_PAGE.matcher(page.text()).results().map(found -> found.group(2))).containsExactlyElementsOf(images);
            assertThat(page.text().toLowerCase(java.util.Locale.ROOT)).doesNotContain("<script", "style=", "<style");
            assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none';").doesNotContain("unsafe", "script-src", "http");
        }

        @Test
        void takesNothingThatPeopleWroteForMarkup() {
            String token = linked("label", SCRIPT + QUOTED, "showMetadata", true);
            for (String path : List.of("/s/" + token, "/s/" + token + "/i/" + images.get(0), "/s/" + token + "/i/" + images.get(1))) {
                String page = anyone.get(path).expect(200).text();
                assertThat(page).doesNotContain("<script", "<img src=x", "${1+1}\"", "\"'>").contains("&lt;script");
            }
        }

        @Test
        void namesOnlyWhatThisServiceHas() {
            String token = linked("allowDownload", "original");
            Set<String> addresses = new LinkedHashSet<>();
            for (String path : List.of("/s/" + token, "/s/" + token + "/i/" + images.get(1))) {
                Matcher matcher = ADDRESS.matcher(anyone.get(path).expect(200).text());
                matcher.results().map(found -> found.group(1).replace("&amp;", "&")).filter(text -> text.startsWith("/") || text.startsWith("http"))
                        .forEach(text -> List.of(text.split(", ")).forEach(one -> addresses.add(one.split(" ")[0])));
            }
            assertThat(addresses).hasSizeGreaterThan(12).allMatch(address ->
                    address.startsWith("/") || address.startsWith(service.address().toString()));
            for (String address : addresses) {
                assertThat(anyone.get(address).status()).as(address).isEqualTo(200);
            }
        }

        @Test
        void tellsNothingOfTheFilesUnlessTheLinkShowsIt() {
            String quiet = linked();
            String talkative = linked("showMetadata", true);

            for (String path : List.of("", "/i/" + images.getFirst())) {
                Answer page = anyone.get("/s/" + quiet + path).expect(200);
                assertThat(page.text() + page.headers().map()).doesNotContain("secret-name", Pictures.SERIAL_NUMBER, Pictures.MAKE, "Camera");
            }
            assertThat(anyone.get("/s/" + talkative + "/i/" + images.getFirst()).expect(200).text())
                    .contains("secret-name-0.jpg", "Camera", Pictures.MAKE, "Place");
        }

        @Test
        void isTurnedLeafByLeafBothWays() {
            String many = ada.post("albums", Map.of("title", "Many")).expect(201).at("id");
            List<String> placed = new ArrayList<>();
            for (int i = 0; i < 101; i++) {
                placed.add(ada.upload(i + ".png", Pictures.png(8, 8, 1000 + i), "albumId", many).expect(201).at("id"));
            }
            placed.forEach(image -> ada.settled(image));
            String token = linked("resourceId", many);

            String first = anyone.get("/s/" + token).expect(200).text();
            assertThat(first).contains("rel=\"next\" href=\"/s/" + token + "?from=" + placed.get(100) + "\"").doesNotContain("rel=\"prev\"");
            String second = anyone.get("/s/" + token + "?from=" + placed.get(100)).expect(200).text();
            assertThat(second).contains("rel=\"prev\" href=\"/s/" + token + "\"").doesNotContain("rel=\"next\"");
            assertThat(IMAGE_PAGE.matcher(second).results().map(found -> found.group(2))).containsExactly(placed.get(100));
            assertThat(anyone.get("/s/" + token + "/i/" + placed.get(100)).expect(200).text())
                    .contains("rel=\"prev\" href=\"/s/" + token + "/i/" + placed.get(99), "?from=" + placed.get(100) + "#i-")
                    .doesNotContain("rel=\"next\"");
            for (String odd : List.of("nonsense", images.getFirst(), "")) {
                assertThat(IMAGE_PAGE.matcher(anyone.get("/s/" + token + "?from=" + odd).expect(200).text()).results().count()).isEqualTo(100);
            }
        }

        @Test
        void offersWhatTheLinkGrantsAndNothingElse() {
            assertThat(anyone.get("/s/" + linked()).text()).doesNotContain("/archive");
            assertThat(anyone.get("/s/" + linked("allowDownload", "preview")).text()).contains("/archive?size=2048").doesNotContain("size=original");
            String image = "/i/" + images.get(2);
            assertThat(anyone.get("/s/" + linked("allowDownload", "original") + image).text()).contains("/original?", "Download original");
            assertThat(anyone.get("/s/" + linked("allowDownload", "preview") + image).text()).contains(" download").doesNotContain("/original?");
            assertThat(anyone.get("/s/" + linked() + image).text()).doesNotContain(" download");
            assertThat(anyone.get("/s/" + linked("allowDownload", "original", "watermark", true) + image).text()).doesNotContain("/original?");
        }

        @Test
        void isAskedForEachTimeAndSentOnce() throws IOException {
            String token = linked();
            Answer page = anyone.get("/s/" + token).expect(200);

            assertThat(page.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(anyone.with("If-None-Match", page.header("ETag")).get("/s/" + token).expect(304).body()).isEmpty();
            Answer packed = anyone.with("Accept-Encoding", "br, gzip").get("/s/" + token).expect(200);
            assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(packed.header("ETag")).isNotEqualTo(page.header("ETag"));
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
                assertThat(unpacked.readAllBytes()).isEqualTo(page.body());
            }
            assertThat(page.header("Content-Encoding")).isEmpty();
        }

        @Test
        void showsEveryChangeAtOnce() {
            String other = ada.post("albums", Map.of("title", "Before")).expect(201).at("id");
            ada.post("albums/" + other + "/images", Map.of("imageIds", images)).expect(207);
            Answer link = link("resourceId", other);
            String page = "/s/" + link.at("token");
            assertThat(anyone.get(page).expect(200).text()).contains("Before", "3 pictures").doesNotContain("/archive");

            ada.patch("albums/" + other, Map.of("title", "Afterwards")).expect(200);
            assertThat(anyone.get(page).expect(200).text()).contains("Afterwards").doesNotContain("Before");
            ada.delete("albums/" + other + "/images/" + images.getFirst()).expect(204);
            assertThat(anyone.get(page).expect(200).text()).contains("2 pictures").doesNotContain(images.getFirst());
            ada.patch("shares/" + link.at("id"), Map.of("allowDownload", "preview")).expect(200);
            assertThat(anyone.get(page).expect(200).text()).contains("/archive?size=2048");
        }

        @Test
        void endsWithItsLinkAtOnce() {
            Answer link = link("password", PASSWORD);
            String token = link.at("token");
            Client visitor = anyone.with("Cookie", submit(anyone, "/s/" + token + "/unlock", PASSWORD).header("Set-Cookie").split(";")[0]);
            Answer page = visitor.get("/s/" + token).expect(200);
            String picture = Pattern.compile("src=\"([^\"]+)\"").matcher(page.text()).results().findFirst().orElseThrow().group(1).replace("&amp;", "&");
            Answer shown = anyone.get(picture).expect(200);
            // asked for so that it goes the common way, which has to give the same
            Answer common = anyone.with("If-Match", "*").get(picture).expect(200);
            for (String header : List.of("ETag", "Cache-Control", "Content-Type", "Content-Length", "Content-Disposition", "Vary",
                    "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy")) {
                assertThat(shown.header(header)).as(header).isEqualTo(common.header(header)).isNotEmpty();
            }
            assertThat(shown.body()).isEqualTo(common.body());
            anyone.with("If-None-Match", shown.header("ETag")).get(picture).expect(304);
            anyone.get(picture.replace("signature=", "signature=A")).expect(401);

            ada.patch("shares/" + link.at("id"), Map.of("password", "high tide")).expect(200);
            anyone.with("If-None-Match", shown.header("ETag")).get(picture).expect(401);
            visitor.get("/s/" + token).expect(401);

            ada.patch("shares/" + link.at("id"), Map.of("active", false)).expect(200);
            anyone.get(picture).expect(404);

            anyone.with("If-None-Match", page.header("ETag")).get("/s/" + token).expect(404);
            anyone.get("/s/" + token + "/i/" + images.getFirst()).expect(404);
        }
    }

    @Nested
    class AnImage {

        @Test
        void standsBetweenItsNeighbours() {
            String token = linked();
            String page = anyone.get("/s/" + token + "/i/" + images.get(1)).expect(200).text();

            assertThat(page).contains("rel=\"prev\" href=\"/s/" + token + "/i/" + images.get(0),
                    "rel=\"next\" href=\"/s/" + token + "/i/" + images.get(2), "href=\"/s/" + token + "#i-" + images.get(1));
        }

        @Test
        void isThePageOfALinkToItAlone() {
            String token = linked("resourceType", "image", "resourceId", images.get(2));

            String page = anyone.get("/s/" + token).expect(200).text();
            assertThat(page).contains("<h1 dir=\"auto\">Low tide</h1>").doesNotContain("rel=\"prev\"", "rel=\"next\"", "Back to");
            anyone.get("/s/" + token + "/i/" + images.get(1)).expect(404);
        }
    }

    @Nested
    class APassword {

        @Test
        void keepsEverythingBack() {
            String token = linked("password", PASSWORD, "label", "Weddings");
            for (String path : List.of("/s/" + token, "/s/" + token + "/i/" + images.getFirst())) {
                Answer page = anyone.get(path).expect(401);
                assertThat(page.header("Content-Type")).startsWith("text/html");
                assertThat(page.header("Cache-Control")).isEqualTo("no-store");
                assertThat(page.text()).contains("type=\"password\"", "method=\"post\"")
                        .doesNotContain("Weddings", "document.title", "onerror", "og:", "oembed", "/images/", "pictures");
            }
            Client program = Client.of(service.address());
            assertThat(program.get("/s/" + token).expect(401).at("code")).isEqualTo("share-password-required");
            assertThat(program.get("oembed?url=" + service.address() + "/s/" + token).expect(401).text()).doesNotContain("Weddings");
        }

        @Test
        void opensByAPlainForm() {
            String token = linked("password", PASSWORD, "allowDownload", "original");
            Answer unlocked = submit(anyone, "/s/" + token + "/unlock", PASSWORD).expect(303);

            assertThat(unlocked.header("Location")).isEqualTo("/s/" + token);
            List<String> cookies = unlocked.headers().allValues("Set-Cookie");
            assertThat(cookies).hasSize(2).allMatch(cookie -> cookie.contains("HTTPOnly"))
                    .anyMatch(cookie -> cookie.contains("Path=/s/" + token + ";") && cookie.contains("SameSite=Lax"));
            Client visitor = anyone.with("Cookie", cookies.getFirst().split(";")[0]);
            Answer page = visitor.get("/s/" + token).expect(200);
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(visitor.get("public/shares/" + token + "/archive").status()).isEqualTo(200);
            assertThat(submit(anyone, "/s/" + token + "/unlock?image=" + images.get(1), PASSWORD).header("Location"))
                    .isEqualTo("/s/" + token + "/i/" + images.get(1));
            assertThat(submit(anyone, "/s/" + token + "/unlock?image=//evil.example", PASSWORD).header("Location")).isEqualTo("/s/" + token);
        }

        @Test
        void saysWhenItIsWrongAndWhenItWasTriedTooOften() {
            String token = linked("password", PASSWORD);
            for (int i = 0; i < 5; i++) {
                assertThat(submit(anyone, "/s/" + token + "/unlock", "wrong").expect(401).text())
                        .contains("That is not the password", "role=\"alert\"", "aria-invalid=\"true\"");
            }
            Answer throttled = submit(anyone, "/s/" + token + "/unlock", PASSWORD).expect(429);
            assertThat(throttled.text()).contains("Too many tries", "type=\"password\"");
            assertThat(Integer.parseInt(throttled.header("Retry-After"))).isPositive();
        }

        @Test
        void isNotAskedForWhereThereIsNone() {
            String token = linked();
            assertThat(submit(anyone, "/s/" + token + "/unlock", "whatever").expect(303).header("Location")).isEqualTo("/s/" + token);
            anyone.with("Content-Type", "application/x-www-form-urlencoded").send("POST", "/s/" + linked("password", PASSWORD) + "/unlock",
                    BodyPublishers.ofString("other=1")).expect(401);
        }
    }

    @Nested
    class AnEndedLink {

        @Test
        void looksLikeOneThatNeverWas() {
            Answer off = link();
            ada.patch("shares/" + off.at("id"), Map.of("active", false)).expect(200);
            Answer gone = link();
            ada.delete("shares/" + gone.at("id")).expect(204);
            byte[] never = anyone.get("/s/" + "A".repeat(43)).expect(404).body();

            for (String path : List.of("/s/" + off.at("token"), "/s/" + gone.at("token"), "/s/x", "/s/" + off.at("token") + "/i/nonsense",
                    "/s/" + linked() + "/i/" + album)) {
                Answer page = anyone.get(path).expect(404);
                assertThat(page.body()).as(path).isEqualTo(never);
                assertThat(page.header("Content-Type")).startsWith("text/html");
            }
            assertThat(Client.of(service.address()).get("/s/x").expect(404).at("code")).isEqualTo("not-found");
        }
    }

    @Nested
    class OtherPrograms {

        @Test
        void areShownACardWithAPictureThatIsThere() {
            String token = linked();
            String page = anyone.get("/s/" + token).expect(200).text();

            assertThat(page).contains("property=\"og:url\" content=\"" + service.address() + "/s/" + token);
            Matcher picture = Pattern.compile("og:image\" content=\"([^\"]+)\"").matcher(page);
            assertThat(picture.find()).isTrue();
            String address = picture.group(1).replace("&amp;", "&");
            assertThat(address).startsWith(service.address().toString()).contains("signature=");
            assertThat(anyone.get(address).expect(200).header("Content-Type")).startsWith("image/");
            Matcher oembed = Pattern.compile("application/json\\+oembed\" href=\"([^\"]+)\"").matcher(page);
            assertThat(oembed.find()).isTrue();
            Answer embedded = Client.of(service.address()).get(oembed.group(1).replace("&amp;", "&")).expect(200);
            assertThat(embedded.at("type")).isEqualTo("link");
            assertThat(embedded.at("title")).isEqualTo(SCRIPT + QUOTED);
            anyone.get(embedded.at("thumbnail_url")).expect(200);
        }

        @Test
        void areToldOfOneImageAndOfNothingElsewhere() {
            Client program = Client.of(service.address());
            String page = service.address() + "/s/" + linked() + "/i/" + images.get(2);

            Answer photo = program.get("oembed?url=" + page).expect(200);
            assertThat(List.of(photo.at("version"), photo.at("type"), photo.at("title"), photo.at("width"), photo.at("height")))
                    .containsExactly("1.0", "photo", "Low tide", "700", "400");
            assertThat(program.get("oembed?format=json&maxwidth=400&url=" + page).expect(200).at("width")).isEqualTo("320");
            assertThat(program.get("oembed?maxwidth=50&url=" + page).at("type")).isEqualTo("link");
            program.get("oembed?format=xml&url=" + page).expect(400);
            program.get("oembed?maxwidth=0&url=" + page).expect(400);
            program.get("oembed").expect(400);
            for (String other : List.of("https://elsewhere.example/s/x", service.address() + ".evil.example/s/x", service.address() + "/", "x", "")) {
                program.get("oembed?url=" + other).expect(404);
            }
        }

        @Test
        void keepTheStyleSheetForEver() {
            Matcher sheet = Pattern.compile("rel=\"stylesheet\" href=\"([^\"]+)\"").matcher(anyone.get("/s/" + linked()).text());
            assertThat(sheet.find()).isTrue();
            Answer style = anyone.get(sheet.group(1)).expect(200);

            assertThat(style.header("Cache-Control")).contains("immutable");
            assertThat(style.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
            assertThat(style.text()).doesNotContain("http:", "https:", "@import", "url(");
            anyone.get("/assets/other.css").expect(404);
        }
    }

    @Nested
    class ARealBrowser {

        @Test
        void showsThePagesWithoutComplaintAndAsksNobodyElse(@TempDir Path folder) throws IOException {
            assumeTrue(Browser.program().isPresent(), "hidden where no browser: there is no Chromium here");
            try (Browser browser = Browser.start(Browser.program().orElseThrow(), folder)) {
                String open = linked("allowDownload", "original", "showMetadata", true);
                String locked = linked("password", PASSWORD);
                String talking = linked("allowComments", true) + "/i/" + images.get(2);
                say("/s/" + talking, "Grandma", "What a sky!\nAnd the sea.").expect(303);
                Answer choosing = link("label", "To choose of");
                ada.patch("shares/" + choosing.at("id") + "/selection-config", Map.of("enabled", true, "limit", 2)).expect(200);
                browser.scripts(false);
                for (int width : List.of(320, 1440)) {
                    for (boolean dark : List.of(false, true)) {
                        browser.window(width, 800, dark);
                        for (String path : List.of(open, open + "/i/" + images.get(1), choosing.at("token") + "/selection", talking)) {
                            browser.open(service.address().resolve("/s/" + path));
                            browser.awaitSo("[...document.images].every(i => i.complete && i.naturalWidth > 0)");
                            assertSound(browser, width);
                            assertThat(browser.evaluate("document.title").asText()).isNotEqualTo("taken");
                        }
                    }
                }
                walkIn(browser, locked);
                choose(browser, "/s/" + choosing.at("token"));
                assertThat(browser.searchedBytes()).as("searched for what links keep to themselves").isGreaterThan(100_000);
            }
        }

        /** By the keyboard, through the password to the pictures, and from one to the next. */
        private void walkIn(Browser browser, String token) {
            browser.open(service.address().resolve("/s/" + token));
            assertThat(browser.evaluate("document.querySelector('h1').textContent").asText()).isEqualTo("This link has a password");
            browser.leave("password.value = 'wrong'; document.forms[0].submit()");
            assertThat(browser.evaluate("document.querySelector('[role=alert]').textContent").asText()).contains("not the password");
            browser.leave("password.value = '" + PASSWORD + "'; document.forms[0].submit()");
            assertSound(browser, 1440);
            assertThat(browser.evaluate("document.querySelectorAll('.grid img').length").asInt()).isEqualTo(3);
            browser.press("Tab");
            assertThat(browser.evaluate("document.activeElement.className").asText()).isEqualTo("skip");
            browser.leave("document.querySelector('.grid a').click()");
            browser.leave("document.querySelector('a[rel=next]').click()");
            assertThat(URI.create(browser.evaluate("location.href").asText()).getPath()).isEqualTo("/s/" + token + "/i/" + images.get(1));
        }

        /** Two pictures by their buttons, one of them with a word, and hands them in. */
        private void choose(Browser browser, String page) {
            browser.window(320, 800, true);
            browser.open(service.address().resolve(page + "/selection"));
            browser.leave("document.forms[0].requestSubmit()");
            assertSound(browser, 320);
            browser.leave("document.querySelector('.pick button').click()");
            assertThat(browser.evaluate("document.querySelectorAll('.pick.chosen').length").asInt()).isEqualTo(1);
            assertThat(browser.evaluate("document.querySelector('.choosing strong').textContent").asText()).isEqualTo("1 of 2 chosen");
            browser.open(service.address().resolve(page + "/i/" + images.get(1)));
            browser.leave("document.querySelector('.choice button').click()");
            browser.leave("comment.value = 'Ours'; document.querySelector('.choice button').click()");
            assertSound(browser, 320);
            assertThat(browser.evaluate("comment.value").asText()).isEqualTo("Ours");
            browser.open(service.address().resolve(page + "/selection"));
            assertSound(browser, 320);
            browser.leave("document.querySelector('details form').requestSubmit()");
            assertThat(browser.evaluate("document.querySelector('main').textContent").asText()).contains("You have submitted 2 pictures");
            assertSound(browser, 320);
        }

        private void assertSound(Browser browser, int width) {
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests()).isNotEmpty().allMatch(address ->
                    address.getHost().equals(service.address().getHost()) && address.getPort() == service.address().getPort());
            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        }
    }
}
