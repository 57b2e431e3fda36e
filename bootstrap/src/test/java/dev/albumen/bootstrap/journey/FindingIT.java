package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.imaging.image.GeoNamesPlaces;
import java.awt.Color;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Images are found by their looks and by what is typed, over HTTP and through everything. */
@TestInstance(Lifecycle.PER_CLASS)
class FindingIT {

    private AlbumenProcess albumen;
    private Client anyone;

    @BeforeAll
    void start(@TempDir Path home) {
        albumen = AlbumenProcess.start(home, Map.of());
        anyone = Client.of(albumen.awaitReady());
    }

    @AfterAll
    void stop() {
        albumen.close();
    }

    @Test
    void findsOtherSizesEncodingsAndBrightnessOfAPicture() {
        Client ada = anyone.register("ada");
        String sea = shown(ada, Pictures.scene(1600, 1200, 1, 0, "jpeg"));
        String small = shown(ada, Pictures.scene(400, 300, 1, 0, "jpeg"));
        String encoded = shown(ada, Pictures.scene(1600, 1200, 1, 0, "png"));
        String brighter = shown(ada, Pictures.scene(1600, 1200, 1, 12, "jpeg"));
        String other = shown(ada, Pictures.scene(1600, 1200, 2, 0, "jpeg"));

        Answer similar = ada.get("images/" + sea + "/similar").expect(200);

        assertThat(similar.items("id")).containsExactlyInAnyOrder(small, encoded, brighter);
        assertThat(similar.items("distance").stream().map(Integer::valueOf).toList()).isSorted().allSatisfy(
                distance -> assertThat(distance).isBetween(0, 4));
        assertThat(similar.json().path("nextCursor").isNull()).isTrue();
        assertThat(anyone.get(similar.items("urls/thumbnail").getFirst()).status()).isEqualTo(200);
        assertThat(ada.get("images/" + other + "/similar?maxDistance=8").expect(200).items("id")).isEmpty();

        JsonNode groups = ada.get("images/duplicates").expect(200).json().path("items");
        assertThat(groups).hasSize(1);
        assertThat(groups.path(0).path("imageCount").asInt()).isEqualTo(4);
        assertThat(groups.path(0).path("images").findValuesAsText("id")).contains(sea, small, encoded, brighter).doesNotContain(other);
        assertThat(ada.get("images/" + sea).json().path("palette")).hasSizeBetween(1, 5);

        ada.delete("images/" + small).expect(204);
        assertThat(ada.get("images/" + sea + "/similar").items("id")).containsExactlyInAnyOrder(encoded, brighter);
    }

    @Test
    void pagesByCursor() {
        Client bob = anyone.register("bob");
        String first = shown(bob, Pictures.scene(320, 240, 5, 0, "png"));
        Set<String> others = new TreeSet<>();
        for (int brighter = 1; brighter <= 3; brighter++) {
            others.add(shown(bob, Pictures.scene(320, 240, 5, brighter, "png")));
        }

        Set<String> seen = new TreeSet<>();
        String path = "images/" + first + "/similar?limit=2&maxDistance=8";
        Answer page = bob.get(path).expect(200);
        assertThat(page.header("Link")).contains("rel=\"next\"");
        seen.addAll(page.items("id"));
        seen.addAll(bob.get(path + "&cursor=" + page.at("nextCursor")).expect(200).items("id"));
        assertThat(seen).isEqualTo(others);
        // a cursor belongs to its list
        assertThat(bob.get("images/" + first + "/similar?maxDistance=9&cursor=" + page.at("nextCursor")).status()).isEqualTo(400);
    }

    @Test
    void answersBadRequestsClearly() {
        Client cyd = anyone.register("cyd");
        String plain = shown(cyd, Pictures.filledJpeg(320, 240, Color.WHITE));
        String gray = shown(cyd, Pictures.filledJpeg(320, 240, Color.GRAY));

        assertThat(cyd.get("images/" + plain + "/similar?maxDistance=16").expect(200).items("id")).doesNotContain(gray);
        for (String bad : List.of("maxDistance=17", "maxDistance=-1", "maxDistance=1e3", "maxDistance=99999999999",
                "limit=0", "limit=201", "cursor=x")) {
            Answer answer = cyd.get("images/" + plain + "/similar?" + bad);
            assertThat(answer.status()).as(bad).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(cyd.get("images/nonsense/similar").status()).isIn(400, 404);
        assertThat(anyone.register("dee").get("images/" + plain + "/similar").status()).isEqualTo(404);
        assertThat(anyone.get("images/duplicates").status()).isEqualTo(401);
    }

    @Test
    void findsByWhatIsTyped() {
        Client eve = anyone.register("eve");
        Client fay = anyone.register("fay");
        String harbour = described(eve, Pictures.scene(400, 300, 11, 0, "jpeg"), "Harbour at dusk");
        String tower = described(eve, Pictures.scene(300, 400, 12, 0, "png"), "Tower");
        eve.put("images/" + harbour + "/tags/low%20tide").expect(204);
        eve.put("images/" + harbour + "/rating", Map.of("rating", 4)).expect(204);
        eve.post("images/" + tower + "/comments", Map.of("body", "Splendid lighthouse")).expect(201);

        assertThat(found(eve, "harb")).containsExactly(harbour);
        assertThat(found(eve, "-harbour")).containsExactly(tower);
        assertThat(found(eve, "\"at dusk\" tag:\"Low Tide\" rating:>=4")).containsExactly(harbour);
        assertThat(found(eve, "orientation:portrait type:png")).containsExactly(tower);
        assertThat(found(eve, "lighthouse")).as("a comment on an own image").containsExactly(tower);
        assertThat(found(fay, "harbour")).isEmpty();

        Answer corrected = eve.get("images?q=harbuor").expect(200);
        assertThat(corrected.items("id")).containsExactly(harbour);
        assertThat(corrected.at("correctedTo")).isEqualTo("harbour");
        assertThat(fay.get("images?q=harbuor").expect(200).json().has("correctedTo")).isFalse();

        JsonNode facets = eve.get("images/facets?q=harbour").expect(200).json();
        assertThat(facets.path("images").asInt()).isEqualTo(1);
        assertThat(facets.path("tag").path(0).path("value").asText()).isEqualTo("low tide");
        assertThat(facets.path("rating").path(0).path("value").asText()).isEqualTo("4");
        assertThat(fay.get("images/facets").expect(200).json().path("images").asInt()).isZero();
        assertThat(eve.get("images/suggestions?prefix=low").expect(200).items("q")).containsExactly("tag:\"low tide\"");
        assertThat(fay.get("images/suggestions?prefix=low").expect(200).items("q")).isEmpty();

        for (String bad : List.of("images?q=shutter:1", "images?q=taken:never", "images?color=mauve", "images?near=here", "images/facets?q=rating:9",
                "images/suggestions", "images/suggestions?prefix=%20")) {
            Answer answer = eve.get(bad);
            assertThat(answer.status()).as(bad).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(eve.get("images?q=shutter:1").text()).contains("Fields are album, bytes, camera, ");
    }

    @Test
    void findsByWhatPlacesAreCalled() {
        assumeThat(GeoNamesPlaces.shipped()).as("built with npm").isPresent();
        Client gus = anyone.register("gus");
        Client hal = anyone.register("hal");
        String album = gus.post("albums", Map.of("title", "Open", "visibility", "public")).expect(201).at("id");
        String lisbon = gus.upload("picture", Pictures.jpegWithGps(60, 40), "albumId", album).expect(201).at("id");
        gus.settled(lisbon);
        shown(gus, Pictures.scene(400, 300, 21, 0, "jpeg"));

        JsonNode place = gus.get("images/" + lisbon).expect(200).json().at("/metadata/place");
        assertThat(place.path("city").asText()).isEqualTo("Santos-o-Velho");
        assertThat(place.path("country").asText()).isEqualTo("Portugal");
        assertThat(place.path("countryCode").asText()).isEqualTo("PT");
        for (String typed : List.of("place:lisbon", "place:\"Santos-o-Velho, Portugal\"", "place:\"portugal\"", "portug", "place:\"santos velho")) {
            assertThat(found(gus, typed)).as(typed).containsExactlyElementsOf(typed.endsWith("velho") ? List.of() : List.of(lisbon));
        }
        assertThat(gus.get("images/facets").expect(200).json().path("place").findValuesAsText("value"))
                .containsExactly("Portugal", "Santos-o-Velho, Portugal");
        assertThat(gus.get("images/suggestions?prefix=portu").expect(200).items("q"))
                .containsExactly("place:\"Portugal\"", "place:\"Santos-o-Velho, Portugal\"");

        assertThat(hal.get("images/" + lisbon).expect(200).text()).doesNotContain("Portugal", "Santos");
        assertThat(hal.get("images?album=" + album).expect(200).items("id")).containsExactly(lisbon);
        for (String typed : List.of("place:lisbon", "-place:oslo", "portugal")) {
            assertThat(hal.get("images?album=" + album + "&q=" + typed).expect(200).items("id")).as(typed).isEmpty();
        }
        assertThat(hal.get("images/facets?album=" + album).expect(200).json().path("place")).isEmpty();
        assertThat(hal.get("images/suggestions?prefix=portu&album=" + album).expect(200).items("q")).isEmpty();
    }

    private static List<String> found(Client client, String typed) {
        return client.get("images?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)).expect(200).items("id");
    }

    private static String described(Client client, byte[] picture, String title) {
        String id = client.upload("picture", picture, "title", title).expect(201).at("id");
        assertThat(client.settled(id).path("status").asText()).isEqualTo("ready");
        return id;
    }

    private static String shown(Client client, byte[] picture) {
        String id = client.upload("picture", picture).expect(201).at("id");
        assertThat(client.settled(id).path("status").asText()).isEqualTo("ready");
        return id;
    }
}
