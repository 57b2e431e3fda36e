package dev.albumen.bootstrap.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.MovingPictures;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.image.Videos;
import dev.albumen.bootstrap.hostile.Mutations.Mutation;
import dev.albumen.bootstrap.process.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of every kind that were good once. They are few where time is short: {@code -Dalbumen.test.mutations=2100} is the full
 * round; {@code -Dalbumen.test.seed=…} repeats one or makes others.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MutationIT {

    private static final int MUTATIONS = Integer.getInteger("albumen.test.mutations", 240);
    private static final long SEED = Long.getLong("albumen.test.seed", 20_240_714);
    private static final int UPLOADERS = 4;
    private static final Set<String> NOT_FOR_EVERY_ENGINE = Set.of("a.avif", "moving.webp");
    private static final long MEBIBYTE = 1 << 20;
    /** The heap, the buffers and the code that the process was given, and what the runtime needs for them. */
    private static final long SERVICE_BYTES = 800 * MEBIBYTE;

    private static Target target;

    @BeforeAll
    static void start(@TempDir Path home) {
        target = new Target(home);
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    @Test
    @Order(1)
    @Timeout(1800)
    void everyMutationIsDecidedAndNoneHurtsTheService() throws Exception {
        Mutations mutations = new Mutations(SEED, good());
        Map<String, Integer> outcomes = new TreeMap<>();
        try (ExecutorService uploaders = Executors.newFixedThreadPool(UPLOADERS)) {
            good().forEach(MutationIT::assertReady);
            List<Future<String>> decisions = new ArrayList<>();
            for (int i = 0; i < MUTATIONS; i++) {
                Mutation mutation = mutations.get(i);
                decisions.add(uploaders.submit(() -> decided(mutation)));
            }
            List<String> wrong = new ArrayList<>();
            for (Future<String> decision : decisions) {
                try {
                    outcomes.merge(decision.get(), 1, Integer::sum);
                } catch (ExecutionException e) {
                    wrong.add(e.getCause().getMessage());
                }
            }
            System.out.printf("%d mutations with seed %d: %s; workers ended: %s%n", MUTATIONS, SEED, outcomes, target.workersEnded());

            assertThat(wrong).isEmpty();
            assertThat(outcomes).as("the generator is neither too kind nor too harsh").containsKeys("ready", "failed", "422");
            target.assertTakesAGoodPicture();
            target.assertNoErrorLogged();
        }
    }

    @Test
    @Order(2)
    void theServiceDidNotGrow() {
        long peak = target.peakBytesOrSkip();
        System.out.printf("peak of the service %d MiB%n", peak / MEBIBYTE);

        assertThat(peak).isLessThan(SERVICE_BYTES);
    }

    /** What is no good picture to begin with says nothing when it is mutated. */
    private static void assertReady(String name, byte[] file) {
        Answer answer = target.mallory.upload(name, file);
        if (answer.status() == 201) {
            assertThat(target.mallory.settled(answer.at("id")).path("status").asText()).as(name).isEqualTo("ready");
        } else {
            assertThat(name).as(answer.text()).isIn(NOT_FOR_EVERY_ENGINE);
        }
    }

    /** What became of it: a status of the answer, or of the image. */
    private static String decided(Mutation mutation) {
        Answer answer = target.mallory.upload(mutation.name(), mutation.file());
        // 200: another mutation had come out the same
        if (answer.status() != 201 && answer.status() != 200) {
            return String.valueOf(Target.assertRefused(answer).status());
        }
        JsonNode image = target.mallory.settled(answer.at("id"));
        assertThat(image.path("status").asText()).as(mutation.name() + " with seed " + SEED + ": " + image).isIn("ready", "failed");
        if (image.path("status").asText().equals("ready")) {
            target.mallory.get(image.path("urls").path("thumbnail").asText()).expect(200);
        }
        return image.path("status").asText();
    }

    private static Map<String, byte[]> good() {
        Map<String, byte[]> good = new LinkedHashMap<>();
        good.put("baseline.jpg", Pictures.jpegWithGps(64, 48));
        good.put("progressive.jpg", Pictures.progressiveJpeg(64, 48));
        good.put("cmyk.jpg", Pictures.cmykJpeg(64, 48));
        good.put("eight.png", Pictures.pngWithGps(6));
        good.put("sixteen.png", Pictures.png16(40, 30));
        good.put("palette.png", Pictures.palettePng(40, 30));
        good.put("moving.png", MovingPictures.png(24, 18));
        good.put("still.gif", Pictures.gifWithComment(40, 30));
        good.put("moving.gif", MovingPictures.gif(24, 18, 4));
        good.put("lossy.webp", Pictures.webpWithGps(6));
        good.put("lossless.webp", Pictures.webpTransparent());
        good.put("moving.webp", MovingPictures.webp(3));
        good.put("a.tif", Pictures.tiff(24, 18));
        good.put("a.avif", Pictures.avif());
        good.put("a.mp4", Videos.mp4());
        good.put("a.mov", Videos.movTurned());
        good.put("a.webm", Videos.webm());
        return good;
    }
}
