package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.aws.label.RekognitionStub;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Client;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The whole service with Rekognition's wire behind it: what it says, what moderators hear, and what is not spent. */
@TestInstance(Lifecycle.PER_CLASS)
class RekognitionIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> CREDENTIALS = List.of("aws.accessKeyId", "aws.secretAccessKey");

    private Path folder;
    private RekognitionStub stub;
    private InProcess service;
    private Client anyone;
    private Client admin;
    private int pictures;

    @BeforeAll
    void start(@TempDir Path home) {
        folder = home;
        stub = RekognitionStub.start();
        System.setProperty(CREDENTIALS.get(0), RekognitionStub.ACCESS_KEY_ID);
        System.setProperty(CREDENTIALS.get(1), RekognitionStub.SECRET_ACCESS_KEY);
        service = InProcess.start(home, Map.of("ALBUMEN_LABELS", "rekognition", "ALBUMEN_REKOGNITION_REGION", RekognitionStub.REGION,
                "ALBUMEN_REKOGNITION_ENDPOINT", stub.endpoint().toString(), "ALBUMEN_LABELS_CALLS_PER_DAY_AND_USER", "4",
                "ALBUMEN_JOBS_FIRST_PAUSE", "100ms"));
        anyone = Client.of(service.address());
        admin = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
    }

    /** Budgets are those of a day in UTC: no test begins where the next one is near. */
    @BeforeEach
    void awaitADayThatLasts() throws InterruptedException {
        Instant now = Instant.now();
        Duration left = Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
        if (left.compareTo(PATIENCE) < 0) {
            Thread.sleep(left.plusSeconds(1));
        }
    }

    @AfterAll
    void stop() {
        service.close();
        CREDENTIALS.forEach(System::clearProperty);
        stub.close();
    }

    @Test
    void suggestsWhatRekognitionSeesAndTellsModeratorsOfItsConcerns() {
        Client ada = anyone.register("ada");
        String image = uploaded(ada);
        stub.answers("DetectModerationLabels", """
                {"ModerationModelVersion": "7.0", "ModerationLabels": [{"Name": "Violence", "ParentName": "", "Confidence": 91}]}""");

        ada.post("images/" + image + "/labels", Map.of()).expect(202);
        JsonNode sheet = until("labelled", ada, image);

        assertThat(sheet.at("/items/0/name").asText()).isEqualTo("sea");
        assertThat(sheet.at("/items/0/category").asText()).isEqualTo("Nature and Outdoors");
        assertThat(sheet.at("/items/0/parents/1").asText()).isEqualTo("water");
        assertThat(sheet.at("/items/0/provider").asText()).isEqualTo("rekognition");
        assertThat(admin.get("admin/reviews").expect(200).items("imageId")).containsExactly(image);
        assertThat(ada.get("images/" + image).expect(200).at("status")).as("nothing happens to it").isEqualTo("ready");
        admin.post("admin/reviews/" + image + "/clear", Map.of()).expect(204);
        assertThat(admin.get("admin/reviews").expect(200).items("imageId")).isEmpty();
        assertThat(stub.refused()).isEmpty();
    }

    @Test
    void makesNoCallThatTheBudgetDoesNotAllow() {
        Client bob = anyone.register("bob");
        List<String> images = List.of(uploaded(bob), uploaded(bob), uploaded(bob));
        assertThat(bob.get("labelings/estimate").expect(200).at("calls")).isEqualTo("6");
        assertThat(bob.get("labelings/estimate").expect(200).at("callsLeftToday")).isEqualTo("4");
        long before = stub.requests().size();

        for (String image : images) {
            bob.post("images/" + image + "/labels", Map.of()).expect(202);
        }
        long postponed = images.stream().map(image -> ended(bob, image)).filter("postponed"::equals).count();

        assertThat(postponed).isOne();
        assertThat(stub.requests().size() - before).isEqualTo(4);
        assertThat(bob.get("labelings/estimate").expect(200).at("callsLeftToday")).isEqualTo("0");
    }

    @Test
    void triesAgainLaterWhereItIsThrottled() {
        Client eve = anyone.register("eve");
        String image = uploaded(eve);
        for (int i = 0; i < 4; i++) {
            stub.fails("DetectLabels", 400, "ThrottlingException");
        }

        eve.post("images/" + image + "/labels", Map.of()).expect(202);
        until("labelled", eve, image);

        assertThat(eve.get("labelings/estimate").expect(200).at("callsLeftToday")).as("what was refused cost nothing").isEqualTo("2");
    }

    @Test
    void countsByTheModelThatLabelledAPictureLast() {
        Client ines = anyone.register("ines");
        String image = uploaded(ines);
        stub.answers("DetectLabels", RekognitionStub.SEES.replace("3.0", "4.1"));

        ines.post("images/" + image + "/labels", Map.of()).expect(202);
        assertThat(until("labelled", ines, image).path("model").asText()).isEqualTo("4.1");
        stub.answers("DetectLabels", RekognitionStub.SEES);

        assertThat(ines.get("labelings/estimate").expect(200).at("images")).isEqualTo("0");
        AlbumenProcess beside = AlbumenProcess.start(folder, Map.of("ALBUMEN_LABELS", "rekognition"), List.of("relabel", "--again"));
        assertThat(beside.awaitExit()).as(beside.errors()).isEqualTo(2);
        assertThat(beside.output()).contains("by rekognition (model 4.1)");
    }

    private String uploaded(Client owner) {
        String id = owner.upload("sea.jpg", Pictures.jpeg(400, 300, ++pictures)).expect(201).at("id");
        owner.settled(id);
        return id;
    }

    private static JsonNode until(String status, Client owner, String image) {
        String seen = ended(owner, image);
        assertThat(seen).isEqualTo(status);
        return owner.get("images/" + image + "/labels").expect(200).json();
    }

    /** Waits until it is labelled, postponed or failed. */
    private static String ended(Client owner, String image) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            String status = owner.get("images/" + image + "/labels").expect(200).at("status");
            if (!status.equals("waiting")) {
                return status;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("after " + PATIENCE + " image " + image + " still waits");
    }
}
