package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** People like, rate and discuss what they see, over HTTP and through everything. */
@TestInstance(Lifecycle.PER_CLASS)
class ConversationIT {

    private static final int PEOPLE = 8;
    private static final int AT_ONCE = 200;

    private InProcess service;
    private Client anyone;
    private Client ada;
    private String album;
    private final List<Client> people = new ArrayList<>();
    private int pictures;

    @BeforeAll
    void start(@TempDir Path home) {
        // All that come at once wait for their turn, so none is turned away.
        service = InProcess.start(home, Map.of("ALBUMEN_LOAD_WAITING", "10", "ALBUMEN_LOAD_LONGEST_WAIT", "2m"));
        anyone = Client.of(service.address());
        ada = anyone.register("ada");
        for (int i = 0; i < PEOPLE; i++) {
            people.add(anyone.register("one-of-many-" + i));
        }
        album = ada.post("albums", Map.of("title", "Sea", "visibility", "public")).expect(201).at("id");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private String shown() {
        String id = ada.upload("sea.jpg", Pictures.jpeg(40, 30, ++pictures), "albumId", album).expect(201).at("id");
        ada.settled(id);
        return id;
    }

    @Test
    void countsLikesExactlyWhoeverComesAtOnce() throws Exception {
        List<String> images = List.of(shown(), shown());
        Random random = new Random(5);

        List<Callable<Answer>> toggles = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Client who = people.get(random.nextInt(PEOPLE));
            String path = "images/" + images.get(random.nextInt(2)) + "/like";
            toggles.add(random.nextInt(3) == 0 ? () -> who.delete(path) : () -> who.put(path));
        }
        assertThat(together(toggles)).allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(204));

        for (String image : images) {
            long liking = people.stream().filter(who -> who.get("images/" + image).expect(200).json().path("liked").asBoolean()).count();
            assertThat(likeCount(image)).isEqualTo(liking);
        }
        together(people.stream().<Callable<Answer>>map(who -> () -> who.put("images/" + images.getFirst() + "/like")).toList());
        assertThat(likeCount(images.getFirst())).isEqualTo(PEOPLE);
        together(people.stream().<Callable<Answer>>map(who -> () -> who.delete("images/" + images.getFirst() + "/like")).toList());
        assertThat(likeCount(images.getFirst())).isZero();
    }

    @Test
    void showsLikesAndOnesOwnRatingWhereverAnImageIsShown() {
        String image = shown();
        Client bob = anyone.register("bob");
        Answer before = ada.get("images/" + image).expect(200);
        Answer pageBefore = bob.get("albums/" + album + "/images").expect(200);

        bob.put("images/" + image + "/like").expect(204);
        bob.put("images/" + image + "/rating", Map.of("rating", 4)).expect(204);

        assertThat(opinions(bob.get("images/" + image).expect(200).json())).containsExactly("1", "true", "4");
        assertThat(opinions(ada.get("images/" + image).expect(200).json())).containsExactly("1", "false", "null");
        assertThat(opinions(item(bob.get("albums/" + album + "/images"), image))).containsExactly("1", "true", "4");
        assertThat(opinions(item(anyone.get("albums/" + album + "/images"), image))).containsExactly("1", "false", "null");
        assertThat(bob.with("If-None-Match", pageBefore.header("ETag")).get("albums/" + album + "/images").status()).isEqualTo(200);
        assertThat(bob.get("images?album=" + album + "&minRating=4").expect(200).items("id")).containsExactly(image);
        assertThat(bob.get("images?album=" + album + "&minRating=5").expect(200).items("id")).isEmpty();
        assertThat(ada.get("images?minRating=1").expect(200).items("id")).as("nobody's but one's own").isEmpty();

        assertThat(ada.with("If-None-Match", before.header("ETag")).get("images/" + image).status())
                .as("another answer, another tag").isEqualTo(200);
        ada.with("If-Match", before.header("ETag")).patch("images/" + image, Map.of("title", "Low tide")).expect(200);
    }

    @Test
    void countsLikesOfCommentsExactlyWhoeverComesAtOnce() throws Exception {
        String comment = said(ada, "images/" + shown(), "Nice");
        Random random = new Random(6);

        List<Callable<Answer>> toggles = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Client who = people.get(random.nextInt(PEOPLE));
            toggles.add(random.nextInt(3) == 0 ? () -> who.delete(comment + "/like") : () -> who.put(comment + "/like"));
        }
        assertThat(together(toggles)).allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(204));

        long liking = people.stream().filter(who -> who.get(comment).expect(200).json().path("liked").asBoolean()).count();
        assertThat(anyone.get(comment).expect(200).json().path("likeCount").asLong()).isEqualTo(liking);
    }

    @Test
    void countsCommentsExactlyWhoeverComesAtOnce() throws Exception {
        String image = "images/" + shown();
        String first = said(ada, image, "Nice");
        String thread = first.substring(first.lastIndexOf('/') + 1);
        List<Callable<Answer>> saying = new ArrayList<>();
        for (int i = 0; i < 5 * PEOPLE; i++) {
            Client who = people.get(i % PEOPLE);
            saying.add(() -> who.post(image + "/comments", Map.of("body", "Indeed", "parentId", thread)));
        }
        List<String> said = together(saying).stream().map(answer -> "comments/" + answer.expect(201).at("id")).toList();
        List<Callable<Answer>> unsaying = new ArrayList<>();
        for (int i = 0; i < said.size(); i += 2) {
            String comment = said.get(i);
            unsaying.add(() -> ada.delete(comment));
        }
        together(unsaying).forEach(answer -> answer.expect(204));

        int left = said.size() - unsaying.size();
        assertThat(ada.get(first).expect(200).json().path("replyCount").asInt()).isEqualTo(left);
        assertThat(ada.get(image).expect(200).json().path("commentCount").asInt()).isEqualTo(left + 1);
        assertThat(ada.get(image + "/comments?limit=200").expect(200).items("id")).hasSize(left + 1);
    }

    @Test
    void talksInThreads() {
        Client bob = anyone.register("bob-who-talks");
        for (String thing : List.of("images/" + shown(), "albums/" + album)) {
            Answer first = bob.post(thing + "/comments", Map.of("body", " What a sky! ")).expect(201);
            String id = first.at("id");
            String answer = ada.post(thing + "/comments", Map.of("body", "Thanks", "parentId", id)).expect(201).at("id");
            String further = bob.post(thing + "/comments", Map.of("body", "Really", "parentId", answer)).expect(201).at("id");

            assertThat(first.header("Location")).endsWith("/api/v1/comments/" + id);
            assertThat(first.at("body")).isEqualTo("What a sky!");
            Answer page = anyone.get(thing + "/comments?limit=2").expect(200);
            assertThat(page.items("id")).containsExactly(id, answer);
            assertThat(page.items("author/displayName")).containsExactly("bob-who-talks", "ada");
            assertThat(page.text()).as("no account is told to who has none").doesNotContain("username\":\"");
            Answer rest = anyone.get(thing + "/comments?limit=2&cursor=" + page.at("nextCursor")).expect(200);
            assertThat(rest.items("parentId")).containsExactly(id);
            assertThat(ada.get(thing + "/comments?parent=" + id + "&sort=-createdAt").expect(200).items("id")).containsExactly(further, answer);
            assertThat(ada.get(thing + "/comments").expect(200).items("replyCount")).containsExactly("2", "0", "0");

            Answer edited = bob.with("If-Match", first.header("ETag")).patch("comments/" + id, Map.of("body", "What a sea!")).expect(200);
            assertThat(edited.at("editedAt")).isNotEmpty();
            bob.with("If-Match", first.header("ETag")).patch("comments/" + id, Map.of("body", "Late")).expect(412);
            ada.patch("comments/" + id, Map.of("body", "Mine")).expect(403);
            bob.with("If-Match", first.header("ETag")).delete("comments/" + id).expect(412);
            bob.with("If-Match", edited.header("ETag")).delete("comments/" + id).expect(204);

            JsonNode place = item(anyone.get(thing + "/comments"), id);
            assertThat(place.path("deleted").asBoolean()).isTrue();
            assertThat(place.toString()).doesNotContain("sea", "sky", "bob");
            ada.get("comments/" + id).expect(404);
            ada.delete("comments/" + answer).expect(204);
            ada.delete("comments/" + further).expect(204);
            assertThat(anyone.get(thing + "/comments").expect(200).items("id")).isEmpty();
        }
    }

    @Test
    void keepsTheTalkInOrder() {
        String image = "images/" + shown();
        Client rude = anyone.register("rude");
        Client eve = anyone.register("eve-who-reads");
        String hidden = said(rude, image, "Ugly");
        String reported = said(rude, image, "Uglier");
        String userId = rude.get("users/me").expect(200).at("id");

        ada.put(hidden + "/hidden").expect(204);
        assertThat(eve.get(image + "/comments").expect(200).items("body")).containsExactly("Uglier");
        assertThat(rude.get(image + "/comments").expect(200).items("hidden")).containsExactly("true", "false");
        assertThat(ada.get(image).expect(200).json().path("commentCount").asInt()).isOne();

        eve.post(reported + "/report", Map.of("reason", "Rude")).expect(204);
        eve.get("admin/reports").expect(403);
        Client moderator = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        JsonNode report = moderator.get("admin/reports").expect(200).json().path("items").get(0);
        assertThat(report.path("body").asText()).isEqualTo("Uglier");
        moderator.post("admin/reports/" + report.path("id").asText() + "/hide", "{}").expect(204);
        assertThat(eve.get(image + "/comments").expect(200).items("body")).isEmpty();
        assertThat(moderator.get("admin/reports").expect(200).items("id")).isEmpty();
        assertThat(moderator.get("admin/reports?state=settled").expect(200).items("outcome")).containsExactly("hidden");
        assertThat(ada.delete(reported + "/hidden").expect(403).at("code")).isEqualTo("hidden-by-moderator");

        ada.put("users/me/blocks/" + userId).expect(204);
        assertThat(rude.post(image + "/comments", Map.of("body", "Hello?")).expect(403).at("code")).isEqualTo("comments-blocked");
        assertThat(ada.get("users/me/blocks").expect(200).items("username")).containsExactly("rude");
        ada.delete("users/me/blocks/" + userId).expect(204);
        rude.post(image + "/comments", Map.of("body", "Sorry")).expect(201);
    }

    @Test
    void letsGuestsTalkUnderANameWhereTheLinkSaysSo() {
        String image = shown();
        JsonNode share = ada.post("shares", Map.of("resourceType", "album", "resourceId", album)).expect(201).json();
        String link = "public/shares/" + share.path("token").asText();
        String talk = link + "/images/" + image + "/comments";
        Client bob = anyone.register("bob-of-the-family");
        String bobs = said(bob, "images/" + image, "Nice");
        String userId = bob.get("users/me").expect(200).at("id");

        assertThat(anyone.get(talk).expect(403).at("code")).isEqualTo("share-not-granted");
        anyone.post(talk, Map.of("name", "Grandma", "body", "Hello")).expect(403);
        ada.patch("shares/" + share.path("id").asText(), Map.of("allowComments", true)).expect(200);

        Answer made = anyone.post(talk, Map.of("name", "Grandma", "body", "What a sky", "parentId", bobs.substring(9))).expect(201);
        String own = link + "/comments/" + made.at("comment/id");
        Answer seen = anyone.get(talk).expect(200);
        assertThat(seen.items("name")).containsExactly("bob-of-the-family", "Grandma");
        assertThat(seen.items("guest")).containsExactly("false", "true");
        assertThat(seen.text()).doesNotContain(userId, "username", album);
        assertThat(seen.header("Cache-Control")).contains("no-store");
        assertThat(bob.get("images/" + image + "/comments").expect(200).items("author/guest")).containsExactly("false", "true");

        anyone.with("Comment-Token", "another").patch(own, Map.of("body", "Mine")).expect(404);
        anyone.patch(own, Map.of("body", "Mine")).expect(404);
        Client guest = anyone.with("Comment-Token", made.at("token"));
        assertThat(guest.patch(own, Map.of("body", "What a sea")).expect(200).at("body")).isEqualTo("What a sea");
        guest.delete(own).expect(204);
        assertThat(anyone.get(talk).expect(200).items("body")).containsExactly("Nice");

        Answer other = anyone.post(link + "/comments", Map.of("name", "Grandpa", "body", "All of them")).expect(201);
        ada.patch("shares/" + share.path("id").asText(), Map.of("active", false)).expect(200);
        anyone.get(talk).expect(404);
        anyone.with("Comment-Token", other.at("token")).delete(link + "/comments/" + other.at("comment/id")).expect(404);
        ada.delete("comments/" + other.at("comment/id")).expect(204);
    }

    /** Where the comment is. */
    private static String said(Client who, String thing, String body) {
        return "comments/" + who.post(thing + "/comments", Map.of("body", body)).expect(201).at("id");
    }

    @Test
    void listsWhatIsLikedMostFirst() {
        Client cyd = anyone.register("cyd");
        String none = cyd.upload("a.jpg", Pictures.jpeg(40, 30, ++pictures)).expect(201).at("id");
        String liked = cyd.upload("b.jpg", Pictures.jpeg(40, 30, ++pictures)).expect(201).at("id");
        String later = cyd.upload("c.jpg", Pictures.jpeg(40, 30, ++pictures)).expect(201).at("id");
        cyd.put("images/" + liked + "/like").expect(204);

        Answer first = cyd.get("images?sort=-likeCount&limit=2").expect(200);

        assertThat(first.items("id")).containsExactly(liked, later);
        assertThat(cyd.get("images?sort=-likeCount&limit=2&cursor=" + first.at("nextCursor")).expect(200).items("id")).containsExactly(none);
        assertThat(cyd.get("images?sort=likeCount").expect(200).items("id")).containsExactly(none, later, liked);
    }

    private long likeCount(String image) {
        return ada.get("images/" + image).expect(200).json().path("likeCount").asLong();
    }

    private static List<String> opinions(JsonNode image) {
        return List.of(image.path("likeCount").asText(), image.path("liked").asText(), image.path("rating").asText());
    }

    private static JsonNode item(Answer page, String id) {
        for (JsonNode item : page.expect(200).json().path("items")) {
            if (item.path("id").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("not on the page: " + id);
    }

    /** All at the same moment. */
    private static List<Answer> together(List<Callable<Answer>> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> begun = acts.stream().map(act -> threads.submit(() -> {
                start.await();
                return act.call();
            })).toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : begun) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
