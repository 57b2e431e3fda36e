package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** People put their pictures in order, over HTTP and through everything. */
@TestInstance(Lifecycle.PER_CLASS)
class OrganisingIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private InProcess service;
    private Client anyone;
    private int pictures;

    @BeforeAll
    void start(@TempDir Path home) {
        service = InProcess.start(home);
        anyone = Client.of(service.address());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private String uploaded(Client owner, String... fields) {
        String id = owner.upload("sea.jpg", Pictures.jpeg(40, 30, ++pictures), fields).expect(201).at("id");
        owner.settled(id);
        return id;
    }

    @Test
    void keepsTagsInATree() {
        Client ada = anyone.register("ada");
        uploaded(ada, "tags", "Puppy");
        ada.post("tags", Map.of("name", "Animal")).expect(201);
        Answer dog = ada.post("tags", Map.of("name", "Dog", "parent", "ANIMAL")).expect(201);
        ada.patch("tags/puppy", Map.of("parent", "dog")).expect(200);

        assertThat(dog.at("parent")).isEqualTo("animal");
        assertThat(ada.get("tags?top=true").expect(200).items("name")).containsExactly("animal");
        assertThat(ada.get("tags?parent=Dog").expect(200).items("name")).containsExactly("puppy");
        assertThat(ada.get("tags?q=pup").expect(200).json().at("/items/0/path").toString()).isEqualTo("[\"animal\",\"dog\"]");
        assertThat(ada.patch("tags/animal", Map.of("parent", "puppy")).expect(409).at("code")).isEqualTo("tag-in-itself");
        assertThat(ada.patch("tags/animal", Map.of("parent", "none")).expect(400).text()).contains("unknown-tag");
        ada.patch("tags/animal", cleared("name")).expect(400);

        assertThat(ada.get("images?tag=animal").expect(200).items("filename")).hasSize(1);
        assertThat(ada.get("images?q=tag:dog").expect(200).items("filename")).hasSize(1);
        assertThat(ada.get("images?q=-tag:dog").expect(200).items("filename")).isEmpty();

        assertThat(ada.patch("tags/dog", Map.of("name", "hound")).expect(200).at("parent")).isEqualTo("animal");
        ada.delete("tags/hound").expect(204);
        assertThat(ada.get("tags?parent=animal").expect(200).items("name")).containsExactly("puppy");
        JsonNode lifted = ada.patch("tags/puppy", cleared("parent")).expect(200).json();
        assertThat(lifted.path("parent").isNull()).isTrue();
        assertThat(lifted.path("imageCount").asInt()).isOne();
    }

    @Test
    void putsTagsIntoCategories() {
        Client bob = anyone.register("bob");
        String image = uploaded(bob, "tags", "Sea");
        Answer made = bob.post("categories", Map.of("name", "Nature", "color", "#00FF00")).expect(201);
        String category = "categories/" + made.at("id");
        assertThat(made.header("Location")).endsWith("/api/v1/" + category);
        assertThat(bob.post("categories", Map.of("name", "NATURE")).expect(409).at("code")).isEqualTo("category-exists");
        bob.post("categories", Map.of("name", "Odd", "color", "green")).expect(400);

        bob.patch("tags/sea", Map.of("category", "nature")).expect(200);

        assertThat(bob.get("images/" + image).expect(200).at("tags/0/category")).isEqualTo("Nature");
        assertThat(bob.get("images").expect(200).json().at("/items/0/tags/0/category").asText()).isEqualTo("Nature");
        assertThat(bob.get(category).expect(200).at("tagCount")).isEqualTo("1");
        assertThat(bob.get("tags?category=NATURE").expect(200).items("name")).containsExactly("sea");
        uploaded(bob, "tags", "Table");
        assertThat(bob.get("images?category=nature").expect(200).items("id")).containsExactly(image);
        assertThat(bob.get("images?q=category:nature").expect(200).items("id")).containsExactly(image);
        assertThat(bob.patch("tags/sea", Map.of("category", "None")).expect(400).text()).contains("unknown-category");
        bob.with("If-Match", made.header("ETag")).patch(category, Map.of("name", "Outdoors")).expect(200);
        bob.with("If-Match", made.header("ETag")).delete(category).expect(412);
        assertThat(bob.get("images/" + image).expect(200).at("tags/0/category")).isEqualTo("Outdoors");
        assertThat(bob.get("categories").expect(200).items("name")).containsExactly("Outdoors");
        anyone.register("bobs-neighbour").get(category).expect(404);

        bob.delete(category).expect(204);
        assertThat(bob.get("images/" + image).expect(200).json().at("/tags/0/category").isNull()).isTrue();
    }

    @Test
    void showsOnBoardsWhatEachSeesAnyway() {
        Client cay = anyone.register("cay");
        Client dan = anyone.register("dan");
        Client eve = anyone.register("eve");
        String open = dan.post("albums", Map.of("title", "Open", "visibility", "public")).expect(201).at("id");
        String shared = dan.post("albums", Map.of("title", "For Cay")).expect(201).at("id");
        dan.put("albums/" + shared + "/members/" + cay.get("users/me").expect(200).at("id"), Map.of("role", "viewer")).expect(204);
        String published = uploaded(dan, "albumId", open);
        String forCay = uploaded(dan, "albumId", shared);
        String hidden = uploaded(dan);
        String own = uploaded(cay);
        Answer made = cay.post("boards", Map.of("title", "Light", "audience", "users")).expect(201);
        String board = "boards/" + made.at("id");

        Answer put = cay.post(board + "/images", Map.of("imageIds", List.of(published, hidden, forCay))).expect(207);
        cay.put(board + "/images/" + own).expect(204);

        assertThat(put.items("status")).containsExactly("200", "404", "200");
        assertThat(cay.get(board + "/images").expect(200).items("id")).startsWith(own).containsExactlyInAnyOrder(own, published, forCay);
        assertThat(eve.get(board + "/images").expect(200).items("id")).containsExactly(published);
        assertThat(eve.get(board).expect(200).at("imageCount")).isEqualTo("1");
        assertThat(eve.get("boards").expect(200).items("title")).contains("Light");
        assertThat(eve.get("images/" + forCay).status()).as("as little as before").isEqualTo(404);
        eve.put(board + "/images/" + published).expect(403);
        anyone.get(board).expect(401);

        dan.patch("albums/" + open, Map.of("visibility", "private")).expect(200);
        assertThat(eve.get(board + "/images").expect(200).items("id")).isEmpty();
        assertThat(cay.get(board).expect(200).at("imageCount")).isEqualTo("2");

        cay.with("If-Match", made.header("ETag")).patch(board, Map.of("audience", "private")).expect(200);
        eve.get(board).expect(404);
        cay.delete(board).expect(204);
        cay.get("images/" + own).expect(200);
    }

    @Test
    void makesSavedSearchesAgain() {
        Client fay = anyone.register("fay");
        String puppy = uploaded(fay, "tags", "Puppy");
        String sea = uploaded(fay, "tags", "Sea", "title", "Low tide");
        Answer made = fay.post("searches", Map.of("name", "Seas", "q", "tag:sea", "sort", "-takenAt")).expect(201);
        String search = "searches/" + made.at("id");

        assertThat(fay.get(search + "/images").expect(200).items("id")).containsExactly(sea);
        fay.put("images/" + puppy + "/tags/sea").expect(204);
        assertThat(fay.get(search + "/images").expect(200).items("id")).containsExactlyInAnyOrder(sea, puppy);
        assertThat(fay.get("searches").expect(200).items("name")).containsExactly("Seas");

        assertThat(fay.post("searches", Map.of("name", "Odd", "q", "colour:red")).expect(400).text()).contains("unknown-field");
        fay.post("searches", Map.of("name", "Odd", "q", "sea", "sort", "size")).expect(400);
        Answer first = fay.get(search + "/images?limit=1").expect(200);
        Answer next = fay.get(search + "/images?limit=1&cursor=" + first.at("nextCursor")).expect(200);
        assertThat(next.items("id")).hasSize(1).doesNotContainAnyElementsOf(first.items("id"));
        fay.with("If-Match", made.header("ETag")).patch(search, Map.of("q", "tide")).expect(200);
        assertThat(fay.get(search + "/images?limit=1&cursor=" + first.at("nextCursor")).expect(400).text()).contains("search-changed");
        assertThat(fay.get(search + "/images").expect(200).items("id")).containsExactly(sea);
        fay.with("If-Match", made.header("ETag")).delete(search).expect(412);
        fay.delete(search).expect(204);
        fay.get(search).expect(404);
    }

    @Test
    void makesAlbumsOfSavedSearches() {
        Client gus = anyone.register("gus");
        Client hal = anyone.register("hal");
        String puppy = uploaded(gus, "tags", "Puppy");
        String sea = uploaded(gus, "tags", "Sea");
        uploaded(hal, "tags", "Sea");
        String search = gus.post("searches", Map.of("name", "Seas", "q", "tag:sea")).expect(201).at("id");
        Answer made = gus.post("albums", Map.of("title", "Seas", "searchId", search)).expect(201);
        String album = made.at("id");
        assertThat(made.at("searchId")).isEqualTo(search);
        assertThat(made.json().path("imageCount").asInt()).isOne();
        assertThat(made.json().path("permissions").toString()).contains("\"view\"").doesNotContain("contribute");
        assertThat(gus.get("albums/" + album + "/images").expect(200).items("id")).containsExactly(sea);

        for (Answer byHand : List.of(gus.put("albums/" + album + "/images/" + puppy, "{}"), gus.delete("albums/" + album + "/images/" + sea),
                gus.upload("more.jpg", Pictures.jpeg(40, 30, ++pictures), "albumId", album))) {
            assertThat(byHand.expect(409).at("code")).isEqualTo("album-filled-by-search");
        }
        assertThat(hal.post("albums", Map.of("title", "Mine", "searchId", search)).expect(400).text()).contains("unknown-search");

        String link = "public/shares/" + gus.post("shares", Map.of("resourceType", "album", "resourceId", album)).expect(201).at("token");
        gus.put("albums/" + album + "/members/" + hal.get("users/me").expect(200).at("id"), Map.of("role", "viewer")).expect(204);
        gus.put("images/" + puppy + "/tags/sea").expect(204);
        awaitImages(anyone, link + "/images", Set.of(sea, puppy));
        assertThat(hal.get("albums/" + album + "/images").expect(200).items("id")).containsExactlyInAnyOrder(sea, puppy);
        hal.get("images/" + puppy).expect(200);
        gus.delete("images/" + sea).expect(204);
        assertThat(anyone.get(link + "/images").expect(200).items("id")).as("at once").containsExactly(puppy);
        gus.patch("searches/" + search, Map.of("q", "tag:puppy")).expect(200);
        gus.delete("images/" + puppy + "/tags/puppy").expect(204);
        awaitImages(anyone, link + "/images", Set.of());
        hal.get("images/" + puppy).expect(404);

        gus.delete("searches/" + search).expect(204);
        assertThat(gus.get("albums/" + album).expect(200).json().path("searchId").isNull()).isTrue();
        gus.put("albums/" + album + "/images/" + puppy, "{}").expect(204);
    }

    private static void awaitImages(Client visitor, String path, Set<String> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Set<String> seen = Set.copyOf(visitor.get(path).expect(200).items("id"));
        while (!seen.equals(wanted)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("after " + PATIENCE + " still " + seen);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            seen = Set.copyOf(visitor.get(path).expect(200).items("id"));
        }
    }

    private static Map<String, Object> cleared(String field) {
        Map<String, Object> body = new HashMap<>();
        body.put(field, null);
        return body;
    }
}
