package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Client;
import java.awt.Color;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Pictures are labelled, and people decide about their labels, over HTTP and through everything. */
@TestInstance(Lifecycle.PER_CLASS)
class LabelsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Path folder;
    private InProcess service;
    private Client anyone;
    private Client admin;

    @BeforeAll
    void start(@TempDir Path home) {
        folder = home;
        service = InProcess.start(home, Map.of("ALBUMEN_LABELS_AFTER_UPLOAD", "true"));
        anyone = Client.of(service.address());
        admin = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void areSuggestedAfterAnUploadAndBecomeTagsWhenTheyAreAccepted() {
        Client ada = anyone.register("ada");
        String image = uploaded(ada, new Color(200, 20, 30));
        String labels = "images/" + image + "/labels";

        JsonNode sheet = labelled(ada, image);
        assertThat(sheet.at("/provider").asText()).isEqualTo("offline");
        assertThat(states(sheet)).containsEntry("landscape format", "suggested").containsEntry("red", "suggested");
        assertThat(ada.get("images/" + image).expect(200).json().path("tags")).isEmpty();

        ada.post(labels + "/landscape%20format/accept", Map.of()).expect(200);
        ada.post(labels + "/red/reject", Map.of()).expect(200);
        JsonNode tag = ada.get("images/" + image).expect(200).json().at("/tags/0");
        assertThat(tag.path("name").asText()).isEqualTo("landscape format");
        assertThat(tag.path("source").asText()).isEqualTo("labeler");
        assertThat(tag.path("category").asText()).isEqualTo("format");
        assertThat(tag.path("confidence").asDouble()).isEqualTo(1);
        assertThat(tag.path("provider").asText()).isEqualTo("offline");
        assertThat(ada.get("images?tag=landscape%20format").expect(200).items("id")).containsExactly(image);

        ada.post(labels, Map.of()).expect(202);
        assertThat(states(labelled(ada, image))).containsEntry("landscape format", "accepted").containsEntry("red", "rejected");

        ada.delete("images/" + image + "/tags/landscape%20format").expect(204);
        ada.post(labels, Map.of()).expect(202);
        assertThat(states(labelled(ada, image))).containsEntry("landscape format", "rejected");
    }

    @Test
    void bringImagesIntoAlbumsOfSearchesAndTakeThemOut() {
        Client fay = anyone.register("fay");
        String search = fay.post("searches", Map.of("name", "Reds", "q", "label:red")).expect(201).at("id");
        String album = "albums/" + fay.post("albums", Map.of("title", "Reds", "searchId", search)).expect(201).at("id") + "/images";
        String image = uploaded(fay, new Color(200, 20, 31));

        assertThat(states(labelled(fay, image))).containsEntry("red", "suggested");
        await(() -> fay.get(album).expect(200).json().path("items"), items -> items.path(0).path("id").asText().equals(image));
        fay.post("images/" + image + "/labels/red/reject", Map.of()).expect(200);
        await(() -> fay.get(album).expect(200).json().path("items"), JsonNode::isEmpty);
    }

    @Test
    void doNotReturnUnderABlockedName() {
        Client bob = anyone.register("bob");
        String first = uploaded(bob, new Color(30, 60, 150));
        assertThat(states(labelled(bob, first))).containsKeys("blue", "landscape format");

        bob.put("users/me/blocked-labels/blue").expect(204);
        admin.put("admin/blocked-labels/landscape%20format").expect(204);
        try {
            assertThat(states(labelled(bob, first))).doesNotContainKeys("blue", "landscape format");
            String second = uploaded(bob, new Color(30, 60, 151));
            assertThat(states(labelled(bob, second))).doesNotContainKeys("blue", "landscape format");
            assertThat(bob.get("users/me/blocked-labels").expect(200).items("name")).containsExactly("blue");
        } finally {
            admin.delete("admin/blocked-labels/landscape%20format").expect(204);
        }
    }

    @Test
    void areGivenToAWholeLibraryWithItsCostSaidFirst() {
        Client eve = anyone.register("eve");
        List<String> images = List.of(uploaded(eve, Color.GREEN), uploaded(eve, Color.ORANGE));
        images.forEach(image -> labelled(eve, image));

        assertThat(eve.get("labelings/estimate").expect(200).at("images")).isEqualTo("0");
        JsonNode estimate = eve.get("labelings/estimate?again=true").expect(200).json();
        assertThat(estimate.path("images").asInt()).isEqualTo(2);
        assertThat(estimate.path("calls").asInt()).isZero();
        assertThat(estimate.path("dollars").asDouble()).isZero();

        String run = eve.post("labelings", Map.of("again", true)).expect(202).at("id");
        JsonNode done = await(() -> eve.get("labelings/" + run).expect(200).json(), one -> !one.path("state").asText().equals("running"));
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("labelled").asInt()).isEqualTo(2);
        anyone.register("mallory").get("labelings/" + run).expect(404);
        eve.post("labelings", Map.of("of", "everything")).expect(400);
    }

    @Test
    void areGivenToAllByCommand() {
        Client tina = anyone.register("tina");
        labelled(tina, uploaded(tina, Color.PINK));

        AlbumenProcess again = AlbumenProcess.start(folder, Map.of(), List.of("relabel", "--again"));
        assertThat(again.awaitExit()).as(again.output() + again.errors()).isZero();
        assertThat(again.output()).contains("pictures to label by offline (model 1), at no cost");
        assertThat(again.errors()).isEmpty();
    }

    private String uploaded(Client owner, Color color) {
        String id = owner.upload("sea.jpg", Pictures.filledJpeg(400, 300, color)).expect(201).at("id");
        owner.settled(id);
        return id;
    }

    private static JsonNode labelled(Client owner, String image) {
        return await(() -> owner.get("images/" + image + "/labels").expect(200).json(),
                sheet -> sheet.path("status").asText().equals("labelled"));
    }

    private static Map<String, String> states(JsonNode sheet) {
        Map<String, String> states = new HashMap<>();
        sheet.path("items").forEach(label -> states.put(label.path("name").asText(), label.path("state").asText()));
        return states;
    }

    private interface Look {
        JsonNode look();
    }

    private static JsonNode await(Look at, Predicate<JsonNode> until) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode seen = at.look();
        while (!until.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("after " + PATIENCE + " still " + seen);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            seen = at.look();
        }
        return seen;
    }
}
