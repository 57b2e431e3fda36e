package dev.albumen.imaging.label;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.InMemoryBlobStore;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.label.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the labels are right, and how often they are there, on pictures that were drawn with known properties. */
class OfflineLabelerMeasuredTest {

    private static final int OF_EACH = 60;
    private static final double SUGGESTED = 0.5;

    private final InMemoryBlobStore blobs = new InMemoryBlobStore();
    private final Map<String, Tally> byLabel = new TreeMap<>();

    @TempDir
    Path folder;

    /** Of one label: how often it was right, wrong, and left out, and how sure it was all together. */
    private static final class Tally {
        private int right;
        private int wrong;
        private int missing;
        private double claimed;

        private double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        private double recall() {
            return right + missing == 0 ? 1 : (double) right / (right + missing);
        }

        private double confidence() {
            return right + wrong == 0 ? 0 : claimed / (right + wrong);
        }
    }

    @Test
    void isRightAsOftenAsItClaims() throws Exception {
        Random random = new Random(20260101);
        List<KnownPicture> pictures = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            pictures.add(KnownPicture.scene(random));
            pictures.add(KnownPicture.scene(random));
            pictures.add(KnownPicture.monochrome(random, i % 2 == 0));
            pictures.add(KnownPicture.lit(random, i % 2 == 0));
            pictures.add(KnownPicture.wide(random, i % 2 == 0));
            pictures.add(i % 2 == 0 ? KnownPicture.screenshot(random) : KnownPicture.drawing(random));
        }
        for (KnownPicture picture : pictures) {
            compare(picture);
        }
        print(pictures.size());

        assertThat(byLabel).containsKeys("blue", "green", "black and white", "dark", "bright", "panorama", "screenshot");
        byLabel.forEach((label, tally) -> {
            assertThat(tally.precision()).as("precision of " + label).isGreaterThanOrEqualTo(0.9);
            assertThat(tally.recall()).as("recall of " + label).isGreaterThanOrEqualTo(0.9);
            assertThat(tally.confidence()).as("confidence of " + label).isLessThanOrEqualTo(tally.precision() + 0.05);
        });
    }

    private void compare(KnownPicture picture) throws Exception {
        Set<String> due = picture.expected();
        List<Finding> found = new OfflineLabeler(blobs).label(kept(picture)).labels().stream()
                .filter(finding -> finding.confidence().share() >= SUGGESTED)
                .toList();
        for (Finding finding : found) {
            String name = finding.name().value();
            if (due.contains(name)) {
                tally(name).right++;
                tally(name).claimed += finding.confidence().share();
            } else if (!picture.debatable().contains(name)) {
                tally(name).wrong++;
                tally(name).claimed += finding.confidence().share();
            }
        }
        due.stream().filter(name -> found.stream().noneMatch(finding -> finding.name().value().equals(name)))
                .forEach(name -> tally(name).missing++);
    }

    private Tally tally(String label) {
        return byLabel.computeIfAbsent(label, name -> new Tally());
    }

    private void print(int pictures) {
        System.out.println(pictures + " pictures\nlabel              precision  recall  mean confidence  right  wrong  missing");
        byLabel.forEach((label, tally) -> System.out.printf(Locale.ROOT, "%-18s %9.2f %7.2f %16.2f %6d %6d %8d%n", label,
                tally.precision(), tally.recall(), tally.confidence(), tally.right, tally.wrong, tally.missing));
    }

    private Image kept(KnownPicture picture) throws IOException {
        Image image = anImage().named(picture.filename()).of(picture.type()).measuring(picture.width(), picture.height())
                .metadata(picture.metadata()).rendered("thumbnail-v1.jpg").build();
        Path jpeg = folder.resolve(image.id() + ".jpg");
        ImageIO.write(picture.thumbnail(), "jpeg", jpeg.toFile());
        blobs.put(BlobKey.rendition(image.sha256(), "thumbnail-v1.jpg"), jpeg);
        Files.delete(jpeg);
        return image;
    }
}
