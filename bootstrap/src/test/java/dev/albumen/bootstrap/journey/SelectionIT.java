package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Clients choose pictures through a link, and its owner sees what they chose. */
@TestInstance(Lifecycle.PER_CLASS)
class SelectionIT {

    private static final int PICTURES = 12;
    private static final int RACES = 500;

    private final Mailbox mailbox = new Mailbox();
    private InProcess service;
    private Client anyone;
    private Client ada;
    private Client eve;
    private String album;
    private List<String> images;
    private String share;
    private String link;

    @BeforeAll
    void start(@TempDir Path home) {
        service = InProcess.start(home, mailbox.settings());
        anyone = Client.of(service.address());
        ada = anyone.register("ada");
        eve = anyone.register("eve");
        album = ada.post("albums", Map.of("title", "Wedding")).expect(201).at("id");
        images = IntStream.range(0, PICTURES).mapToObj(i -> ada.upload("IMG_%04d.jpg".formatted(i), Pictures.jpeg(40, 30, i), "albumId", album)
                .expect(201).at("id")).toList();
        images.forEach(ada::settled);
    }

    @AfterAll
    void stop() {
        service.close();
        mailbox.close();
    }

    @BeforeEach
    void makeLink() {
        JsonNode made = ada.post("shares", Map.of("resourceType", "album", "resourceId", album)).expect(201).json();
        share = made.path("id").asText();
        link = "public/shares/" + made.path("token").asText();
        configure(Map.of("enabled", true, "title", "Your favourites"));
    }

    private Answer configure(Map<String, ?> config) {
        return ada.patch("shares/" + share + "/selection-config", config).expect(200);
    }

    private Client started(String name) {
        return anyone.bearing(anyone.post(link + "/selections", Map.of(
                "name", name, "email", name + "@clients.example", "phone", "+44 20 7946 0000", "note", "note of " + name)).expect(201).at("token"));
    }

    private Answer choose(Client client, int image, Object said) {
        return client.put(link + "/selections/me/items/" + images.get(image), said);
    }

    private static Map<String, Object> said(String comment, int stars, String color) {
        return Map.of("comment", comment, "mark", Map.of("stars", stars, "color", color));
    }

    @Test
    void letsTwoClientsChooseAtOnce() {
        Client bob = started("bob");
        Client cyd = started("cyd");
        choose(bob, 0, said("For the wall", 5, "green")).expect(200);
        choose(bob, 1, "{}").expect(200);
        choose(cyd, 1, said("Ours", 3, "red")).expect(200);
        bob.patch(link + "/selections/me/items/" + images.get(0), Map.of("mark", Map.of("stars", 4))).expect(200);

        JsonNode bobs = bob.get(link + "/selections/me").expect(200).json();
        assertThat(bobs.at("/items/0/mark").toString()).isEqualTo("{\"stars\":4,\"color\":\"green\"}");
        assertThat(bobs.at("/items/0/comment").asText()).isEqualTo("For the wall");
        assertThat(bobs.at("/items/1/mark").isNull()).isTrue();
        assertThat(bobs.at("/count").asInt()).isEqualTo(2);
        assertThat(bobs.has("token")).as("told once").isFalse();
        Answer cyds = cyd.get(link + "/selections/me").expect(200);
        assertThat(cyds.header("Cache-Control")).contains("no-store");
        assertThat(cyds.text()).doesNotContain("bob", "wall", images.get(0));

        JsonNode list = ada.get("shares/" + share + "/selections").expect(200).json().path("items");
        assertThat(list.findValuesAsText("name")).containsExactly("cyd", "bob");
        assertThat(list.findValuesAsText("count")).containsExactly("1", "2");
        JsonNode overview = ada.get("shares/" + share + "/selections/overview").expect(200).json().path("items");
        assertThat(overview.at("/0/imageId").asText()).isEqualTo(images.get(1));
        assertThat(overview.at("/0/clients").asInt()).isEqualTo(2);
        assertThat(overview.at("/0/chosenBy").findValuesAsText("name")).containsExactly("bob", "cyd");
        JsonNode one = ada.get("shares/" + share + "/selections/" + list.at("/1/id").asText()).expect(200).json();
        assertThat(one.path("phone").asText()).isEqualTo("+44 20 7946 0000");
        assertThat(one.at("/items/0/comment").asText()).isEqualTo("For the wall");
    }

    @Test
    void letsClientsChooseOnPagesWithoutAScript() {
        configure(Map.of("limit", 2, "requireName", true));
        assertThat(ada.get("shares/" + share).expect(200).json().path("selection").toString())
                .contains("\"enabled\":true", "\"title\":\"Your favourites\"", "\"limit\":2", "\"requireName\":true");
        byPages().goesAllTheWay();
    }

    @Test
    void tellsOwnersByMailWhatTheyWantToKnow() {
        assertThat(ada.patch("users/me/settings", Map.of("notices", Map.of("opened", false))).expect(200).json().path("notices").toString())
                .isEqualTo("{\"opened\":false,\"submitted\":true,\"contributed\":true,\"expiring\":true}");
        Client dan = anyone.bearing(anyone.post(link + "/selections", Map.of("name", "dan \"<b>\"")).expect(201).at("token"));
        choose(dan, 0, "{}").expect(200);
        dan.post(link + "/selections/me/submit", "{}").expect(200);

        assertThat(anyone.get("settings").expect(200).json().path("mails").asBoolean()).isTrue();
        assertThat(mailbox.await("ada@example.org", "dan")).contains("Selection submitted: “Wedding”", "“dan \"<b>\"” has submitted", Mailbox.ORIGIN)
                .doesNotContain("/s/");
    }

    @Test
    void sendsRecipientsTheirAddresses() {
        String recipients = "shares/" + share + "/recipients";
        String fay = recipients + "/" + ada.post(recipients, Map.of("name", "Fay", "email", "fay@clients.example")).expect(201).at("id");
        String gus = recipients + "/" + ada.post(recipients, Map.of("name", "Gus")).expect(201).at("id");
        assertThat(ada.post(gus + "/send", "{}").expect(409).at("code")).isEqualTo("recipient-without-email");
        eve.post(fay + "/send", "{}").expect(404);

        assertThat(ada.get(fay + "/qr").expect(200).text()).startsWith("<svg").isNotEqualTo(ada.get(gus + "/qr").expect(200).text());

        ada.post(fay + "/send", "{}").expect(202);

        String mail = mailbox.await("fay@clients.example", "Fay");
        String page = mail.substring(mail.indexOf(Mailbox.ORIGIN) + Mailbox.ORIGIN.length()).split("\\s")[0];
        assertThat(anyone.with("Accept", "text/html").get(page).expect(200).text()).contains("For Fay");
        ada.post(fay + "/send", "{}").expect(202);
        ada.post(fay + "/send", "{}").expect(202);
        ada.post(fay + "/send", "{}").expect(429);
    }

    @Test
    void tellsPagesOfClientsApart() {
        configure(Map.of("limit", 2));
        byPages().isForItsBrowserAlone();
    }

    private ChoosingByPages byPages() {
        return new ChoosingByPages(anyone, ada, share, "/s/" + link.substring(link.lastIndexOf('/') + 1), images);
    }

    /** What a client says about themselves is for the owner alone. */
    @Test
    void tellsNobodyElseWhoTheClientsAre() {
        Client bob = started("bob");
        Client cyd = started("cyd");
        choose(bob, 0, said("secretly", 5, "blue")).expect(200);
        choose(cyd, 0, "{}").expect(200);
        cyd.post(link + "/selections/me/submit", "{}").expect(200);

        List<Answer> seen = new ArrayList<>();
        for (Client other : List.of(cyd, anyone, eve)) {
            for (String path : List.of("", "/images", "/selections/me", "/images/" + images.get(0))) {
                seen.add(other.get(link + path));
            }
            seen.add(choose(other, 1, "{}"));
            for (String path : List.of("", "/overview", "/export?format=csv", "/export?format=summary")) {
                if (other != cyd) {
                    seen.add(other.get("shares/" + share + "/selections" + path));
                }
            }
        }
        seen.add(eve.get("images/" + images.get(0)));
        seen.add(anyone.get("/s/" + link.substring(link.lastIndexOf('/') + 1)));
        for (Answer answer : seen) {
            assertThat(answer.text() + answer.headers()).as(answer.request())
                    .doesNotContain("bob@", "bob", "note of bob", "secretly");
        }
        assertThat(ada.get("shares/" + share + "/selections").expect(200).text()).contains("bob@clients.example", "note of bob");
    }

    @Test
    void holdsTheLimitAgainstFiftyAtOnce() throws Exception {
        configure(Map.of("limit", 5));
        Client bob = started("bob");
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> all = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> choose(bob, i % PICTURES, "{}"))).toList();
            for (Future<Answer> one : all) {
                Answer answer = one.get();
                statuses.add(answer.status());
                if (answer.status() != 200) {
                    assertThat(answer.expect(409).at("code")).isEqualTo("selection-limit");
                }
            }
        }

        JsonNode me = bob.get(link + "/selections/me").expect(200).json();
        assertThat(me.path("items")).hasSize(5);
        assertThat(statuses).contains(200, 409);
        bob.delete(link + "/selections/me/items/" + me.at("/items/0/imageId").asText()).expect(204);
        bob.delete(link + "/selections/me/items/" + me.at("/items/0/imageId").asText()).expect(204);
        assertThat(bob.get(link + "/selections/me").expect(200).json().path("count").asInt()).isEqualTo(4);
    }

    @Test
    void givesTheLastPlaceToOneOfTwoEveryTime() throws Exception {
        configure(Map.of("limit", 1));
        Client bob = started("bob");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < RACES; round++) {
                List<Future<Answer>> both = IntStream.range(0, 2).mapToObj(i -> threads.submit(() -> choose(bob, i, "{}"))).toList();
                List<Integer> statuses = List.of(both.get(0).get().status(), both.get(1).get().status());
                assertThat(statuses).as("round " + round).containsExactlyInAnyOrder(200, 409);
                bob.delete(link + "/selections/me/items/" + images.get(statuses.indexOf(200))).expect(204);
            }
        }
    }

    @Test
    void wantsWhatTheOwnerWantsToKnowAndNoComments() {
        configure(Map.of("requireName", true, "requireEmail", true, "allowComments", false));
        JsonNode problem = anyone.post(link + "/selections", Map.of("phone", "123")).expect(422).json();
        assertThat(problem.path("code").asText()).isEqualTo("contact-required");
        assertThat(problem.path("errors").findValuesAsText("pointer")).containsExactly("/name", "/email");
        Client bob = started("bob");
        assertThat(choose(bob, 0, Map.of("comment", "x")).expect(403).at("code")).isEqualTo("selection-comments-off");
        assertThat(choose(bob, 0, Map.of("mark", Map.of("stars", 6))).expect(400).at("errors/0/pointer")).isEqualTo("/mark/stars");
        assertThat(choose(bob, 0, Map.of("mark", Map.of("color", "pink"))).expect(400).at("errors/0/pointer")).isEqualTo("/mark/color");
        assertThat(choose(bob, 0, "{\"nonsense\":1}").expect(400).at("errors/0/code")).isEqualTo("unknown-field");
        bob.patch(link + "/selections/me", "{\"name\": null}").expect(422);
        bob.patch(link + "/selections/me", Map.of("name", "x\u0007")).expect(400);
        bob.put(link + "/selections/me/items/" + album, "{}").expect(404);
        assertThat(anyone.get(link + "/selections/me").expect(401).at("code")).isEqualTo("selection-token-required");
        assertThat(anyone.bearing("sel_" + "A".repeat(43)).get(link + "/selections/me").expect(401).at("code")).isEqualTo("selection-token-required");
        configure(Map.of("enabled", false));
        bob.get(link + "/selections/me").expect(403);
    }

    @Test
    void goesThroughRoundsAndTellsTheOwner() {
        Client bob = started("bob");
        choose(bob, 0, "{}").expect(200);
        assertThat(bob.post(link + "/selections/me/submit", Map.of("note", "black and white")).expect(200).at("status")).isEqualTo("submitted");
        assertThat(choose(bob, 1, "{}").expect(409).at("code")).isEqualTo("selection-submitted");
        assertThat(bob.post(link + "/selections/me/submit", "{}").expect(409).at("code")).isEqualTo("selection-submitted");
        String owned = "shares/" + share + "/selections";
        String sid = ada.get(owned).expect(200).at("items/0/id");
        assertThat(told()).contains(
                "selection.submitted {\"shareId\" : \"" + share + "\", \"selectionId\" : \"" + sid + "\", \"round\" : 1}");
        assertThat(ada.get(owned + "/" + sid).expect(200).at("note")).isEqualTo("black and white");

        assertThat(ada.post(owned + "/" + sid + "/deliver", "{}").expect(200).at("status")).isEqualTo("delivered");
        JsonNode next = bob.post(link + "/selections/me/continue", "{}").expect(200).json();
        assertThat(next.path("round").asInt()).isEqualTo(2);
        assertThat(next.path("items")).hasSize(1);
        choose(bob, 1, "{}").expect(200);
        assertThat(ada.post(owned + "/close", "{}").expect(200).at("changed")).isEqualTo("1");
        assertThat(choose(bob, 2, "{}").expect(409).at("code")).isEqualTo("selection-closed");
        assertThat(ada.post(owned + "/" + sid + "/reopen", "{}").expect(200).at("status")).isEqualTo("open");
        bob.post(link + "/selections/me/submit", "{}").expect(200);
        assertThat(ada.post(owned + "/deliver", "{}").expect(200).at("changed")).isEqualTo("1");
        assertThat(bob.post(link + "/selections/me/accept", "{}").expect(200).at("status")).isEqualTo("accepted");
        eve.post(owned + "/close", "{}").expect(404);
    }

    @Test
    void exportsWhatWasChosen() throws IOException {
        Client bob = started("bob");
        Client cyd = anyone.bearing(anyone.post(link + "/selections", Map.of("name", "=HYPERLINK(\"x\")")).expect(201).at("token"));
        choose(bob, 3, said("two\nlines, \"quoted\"", 2, "yellow")).expect(200);
        choose(cyd, 3, said("+1", 4, "red")).expect(200);
        choose(cyd, 1, "{}").expect(200);
        SelectionExports exports = new SelectionExports(ada, share);

        List<NamedCsvRecord> rows = exports.csv();
        assertThat(rows).extracting(row -> row.getField("filename")).containsExactly("IMG_0001.jpg", "IMG_0003.jpg", "IMG_0003.jpg");
        assertThat(rows.get(1).getField("comment")).isEqualTo("two\nlines, \"quoted\"");
        assertThat(rows.get(2).getField("client")).isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(rows.get(2).getField("comment")).isEqualTo("'+1");
        assertThat(rows.get(2).getField("stars")).isEqualTo("4");
        String bobs = bob.get(link + "/selections/me").expect(200).at("id");
        assertThat(exports.csv(bobs)).hasSize(1);
        exports.get("csv", album).expect(404);
        assertThat(exports.get("nonsense").expect(400).at("errors/0/pointer")).isEqualTo("format");

        assertThat(exports.get("lightroom").expect(200).text()).isEqualTo("IMG_0001, IMG_0003");
        assertThat(exports.get("capture-one").expect(200).text()).isEqualTo("IMG_0001 IMG_0003");
        JsonNode summary = exports.get("summary").expect(200).json();
        assertThat(summary.path("selections").asInt()).isEqualTo(2);
        assertThat(summary.at("/byStatus/open").asInt()).isEqualTo(2);
        assertThat(summary.path("chosen").asInt()).isEqualTo(3);
        Map<String, String> sidecars = exports.sidecars();
        assertThat(sidecars.keySet()).containsExactly("IMG_0001.xmp", "IMG_0003.xmp");
        assertThat(sidecars.get("IMG_0003.xmp")).contains("xmp:Rating=\"4\"", "xmp:Label=\"Red\"", "bob: two\nlines");
        assertThat(exports.pdf()).contains("IMG_0001.jpg", "IMG_0003.jpg", "2 × ★★★★");
        Map<String, byte[]> originals = exports.originals();
        assertThat(originals.keySet()).containsExactly("IMG_0001.jpg", "IMG_0003.jpg");
        assertThat(originals.get("IMG_0001.jpg")).isEqualTo(Pictures.jpeg(40, 30, 1));
        Answer whole = exports.get("zip").expect(200);
        Answer part = ada.with("Range", "bytes=10-19").with("If-Range", whole.header("ETag"))
                .get("shares/" + share + "/selections/export?format=zip").expect(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 10, 20));

        ada.delete("albums/" + album + "/images/" + images.get(3)).expect(204);
        try {
            assertThat(exports.csv()).hasSize(1);
            assertThat(bob.get(link + "/selections/me").expect(200).text()).doesNotContain(images.get(3));
            assertThat(choose(bob, 3, "{}").status()).isEqualTo(404);
        } finally {
            ada.put("albums/" + album + "/images/" + images.get(3)).expect(204);
        }
        assertThat(exports.csv()).hasSize(3);
    }

    /** The events that are kept for streams. */
    private List<String> told() {
        List<String> told = new ArrayList<>();
        DatabaseAccess database = service.database();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT type || ' ' || data AS event FROM user_events")) {
            while (rows.next()) {
                told.add(rows.getString("event"));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return told;
    }

    @Test
    void resumesByCookieOfThatLinkAlone() {
        Answer begun = anyone.post(link + "/selections", "{}").expect(201);
        String cookie = begun.header("Set-Cookie");
        assertThat(cookie).contains("HTTPOnly", "SameSite=Lax", "Path=/api/v1/" + link).doesNotContain("Secure");
        Client browser = anyone.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertThat(browser.get(link + "/selections/me").expect(200).at("id")).isEqualTo(begun.at("id"));
        assertThat(begun.at("token").length()).isGreaterThan(40);

        JsonNode other = ada.post("shares", Map.of("resourceType", "album", "resourceId", album)).expect(201).json();
        ada.patch("shares/" + other.path("id").asText() + "/selection-config", Map.of("enabled", true)).expect(200);
        browser.get("public/shares/" + other.path("token").asText() + "/selections/me").expect(401);

        ada.patch("shares/" + share, Map.of("password", "low tide")).expect(200);
        assertThat(browser.get(link + "/selections/me").expect(401).at("code")).isEqualTo("share-password-required");
        String unlock = anyone.post(link + "/unlock", Map.of("password", "low tide")).expect(200).at("token");
        browser.bearing(unlock).get(link + "/selections/me").expect(200);
        browser.get(link + "/selections/me").expect(200);
        ada.delete("shares/" + share).expect(204);
        browser.get(link + "/selections/me").expect(404);
    }
}
