package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
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
    private int pictures;

    @BeforeAll
    void start(@TempDir Path home) {
        // All that come at once wait for their turn, so none is turned away.
        service = InProcess.start(home, Map.of("ALBUMEN_LOAD_WAITING", "10", "ALBUMEN_LOAD_LONGEST_WAIT", "2m"));
        anyone = Client.of(service.address());
        ada = anyone.register("ada");
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
        List<Client> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(anyone.register("fan-" + i));
        }
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
