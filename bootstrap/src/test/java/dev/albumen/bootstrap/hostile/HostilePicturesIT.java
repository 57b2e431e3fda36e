package dev.albumen.bootstrap.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.HostilePictures;
import dev.albumen.bootstrap.process.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Floods of pixels and frames, loops, impossible times, and what only bears a picture's name. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostilePicturesIT {

    private static final int LAST = Integer.MAX_VALUE;
    private static final long SERVICE_BYTES = 800L << 20;
    /** Good pictures keep it where a worker, which comes last, gets little of the machine. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);
    /** Two tries, each four times as long where the machine is busy, and what is needed to start two workers there. */
    private static final Duration DECIDED = TIME_LIMIT.multipliedBy(2 * 4).plusMinutes(1);
    private static final Instant FIRST_PHOTOGRAPH = Instant.parse("1825-12-31T00:00:00Z");

    private static Target target;

    @BeforeAll
    static void start(@TempDir Path home) {
        target = new Target(home, Map.of("ALBUMEN_IMAGING_TIME_LIMIT", TIME_LIMIT.toSeconds() + "s"));
    }

    @AfterAll
    static void stop() {
        try (Target used = target) {
            used.assertTakesAGoodPicture();
            used.assertNoErrorLogged();
        }
    }

    @Test
    @Order(LAST)
    void didNotGrow() {
        assertThat(target.peakBytesOrSkip()).isLessThan(SERVICE_BYTES);
    }

    static Set<String> floods() {
        return HostilePictures.floods().keySet();
    }

    @ParameterizedTest
    @MethodSource("floods")
    void refusesAFloodBeforeAnyPixelIsDecoded(String name) {
        Target.Kept before = target.settled();

        Answer answer = Target.assertRefused(target.mallory.upload(name, HostilePictures.floods().get(name)));

        assertThat(answer.status()).as(answer.text()).isIn(413, 422);
        target.assertKept(before);
    }

    static Set<String> nearFloods() {
        return HostilePictures.nearFloods().keySet();
    }

    @ParameterizedTest
    @MethodSource("nearFloods")
    void decidesAboutWhatClaimsNearlyAllThatIsAccepted(String name) {
        Answer answer = target.mallory.upload(name, HostilePictures.nearFloods().get(name));
        if (answer.status() == 201) {
            JsonNode image = target.mallory.settled(answer.at("id"), DECIDED);
            assertThat(image.path("status").asText()).as(image.toString()).isIn("ready", "failed");
        } else {
            assertThat(Target.assertRefused(answer).status()).isEqualTo(422);
        }
    }

    static Set<String> directories() {
        return HostilePictures.directories().keySet();
    }

    @ParameterizedTest
    @MethodSource("directories")
    void takesAGoodPictureWhoseDirectoriesNeverEnd(String name) {
        Answer uploaded = target.mallory.upload(name, HostilePictures.directories().get(name)).expect(201);

        assertThat(target.mallory.settled(uploaded.at("id")).path("status").asText()).isEqualTo("ready");
    }

    static Set<String> dates() {
        return HostilePictures.dates().keySet();
    }

    @ParameterizedTest
    @MethodSource("dates")
    void believesNoTimeThatCannotBe(String time) {
        Answer uploaded = target.mallory.upload("dated.jpg", HostilePictures.dates().get(time)).expect(201);

        JsonNode image = target.mallory.settled(uploaded.at("id"));

        assertThat(image.path("status").asText()).isEqualTo("ready");
        if (image.path("takenAt").isTextual()) {
            assertThat(Instant.parse(image.path("takenAt").asText())).isBetween(FIRST_PHOTOGRAPH, Instant.now().plus(Duration.ofDays(2)));
        }
        target.mallory.get("images?sort=takenAt").expect(200);
    }

    static Set<String> strangers() {
        return HostilePictures.strangers().keySet();
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void refusesWhatOnlyBearsAPicturesName(String kind) {
        Target.Kept before = target.settled();

        Answer answer = Target.assertRefused(target.mallory.upload("holiday.jpg", HostilePictures.strangers().get(kind)));

        assertThat(answer.status()).as(answer.text()).isIn(kind.startsWith("script as") ? Set.of(422) : Set.of(415));
        target.assertKept(before);
    }
}
