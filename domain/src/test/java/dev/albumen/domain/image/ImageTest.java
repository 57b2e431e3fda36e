package dev.albumen.domain.image;

import static dev.albumen.domain.image.ImageBuilder.CAPTION;
import static dev.albumen.domain.image.ImageBuilder.READY;
import static dev.albumen.domain.image.ImageBuilder.TALKATIVE;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.image.Image.Patch;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ImageTest {

    private static final Instant LATER = ImageBuilder.NOON.plusSeconds(60);
    private static final Patch NOTHING = new Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep());

    @Nested
    class Uploading {

        private final Image.Upload upload = new Image.Upload(
                new Filename("sea.jpg"), MediaType.JPEG, 12, Sha256.of("sea"), new Dimensions(4, 3));

        @Test
        void beginsPendingAtVersionOne() {
            Image image = uploaded(" ", null);

            assertThat(image.status()).isEqualTo(new ImageStatus.Pending());
            assertThat(image.title()).isNull();
            assertThat(image.description()).isEmpty();
            assertThat(image.metadata()).isEqualTo(ImageMetadata.NONE);
            assertThat(image.version()).isOne();
        }

        @Test
        void refusesTextsThatAreTooLongOrHidden() {
            assertThat(codeOf(() -> uploaded("x".repeat(129), null))).isEqualTo("too-long");
            assertThat(codeOf(() -> uploaded(null, "x".repeat(2001)))).isEqualTo("too-long");
            assertThat(codeOf(() -> uploaded("a\u0000", null))).isEqualTo("control-character");
        }

        private Image uploaded(@Nullable String title, @Nullable String description) {
            return Image.uploaded(new ImageId(new UUID(0, 1)), ADA.userId(), upload, title, description, LATER);
        }
    }

    @Nested
    class Changing {

        @Test
        void keepsWhatThePatchLeavesOut() {
            Image image = anImage().titled("Sea").build();

            assertThat(image.changed(NOTHING, LATER)).usingRecursiveComparison().ignoringFields("updatedAt").isEqualTo(image);
        }

        @Test
        void setsAndClears() {
            Image changed = anImage().titled("Sea").build()
                    .changed(new Patch(Change.clear(), Change.to(" a\nb "), Change.to(LATER), Change.keep()), LATER);

            assertThat(changed.title()).isNull();
            assertThat(changed.description()).isEqualTo("a\nb");
            assertThat(changed.takenAt()).isEqualTo(LATER);
        }

        @Test
        void goesBackToTheTimeOfTheFileWhenItsOwnersIsCleared() {
            Image image = anImage().build();
            Image moved = image.changed(new Patch(Change.keep(), Change.keep(), Change.to(LATER), Change.keep()), LATER);

            assertThat(moved.changed(new Patch(Change.keep(), Change.keep(), Change.clear(), Change.keep()), LATER).takenAt())
                    .isEqualTo(image.metadata().takenAt()).isNotNull();
        }

        @Test
        void waitsUntilItIsOutOfTheTrash() {
            assertThat(codeOf(() -> anImage().trashedAt(LATER).build().changed(NOTHING, LATER))).isEqualTo("image-in-trash");
        }
    }

    @Nested
    class Rendering {

        @Test
        void takesTheTimeFromTheFileUnlessItsOwnerSaidOne() {
            Image pending = anImage().pending().build();
            Image dated = pending.changed(new Patch(Change.keep(), Change.keep(), Change.to(LATER), Change.keep()), LATER);

            assertThat(pending.rendered(READY, TALKATIVE, LATER).takenAt()).isEqualTo(TALKATIVE.takenAt());
            assertThat(dated.rendered(READY, TALKATIVE, LATER).takenAt()).isEqualTo(LATER);
            assertThat(pending.rendered(READY, TALKATIVE, LATER).ready()).isTrue();
        }

        @Test
        void saysWhyItFailed() {
            Image failed = anImage().pending().build().failed("image-undecodable", "Broken.", LATER);

            assertThat(failed.status()).isEqualTo(new ImageStatus.Failed("image-undecodable", "Broken."));
            assertThat(failed.ready()).isFalse();
        }
    }

    @Nested
    class Trashing {

        @Test
        void goesAndComesBack() {
            Image image = anImage().build();

            assertThat(image.trashed(LATER).trashedAt()).isEqualTo(LATER);
            assertThat(image.trashed(LATER).restored(LATER)).usingRecursiveComparison().ignoringFields("updatedAt").isEqualTo(image);
        }

        @Test
        void keepsTheTimeOfTheFirstGoing() {
            Image image = anImage().trashedAt(LATER).build();

            assertThat(image.trashed(LATER.plusSeconds(5))).isSameAs(image);
            assertThat(anImage().build().restored(LATER).trashed()).isFalse();
        }
    }

    @Nested
    class Disclosing {

        private final Image image = anImage().named("Oslo, home.jpg").build();

        @Test
        void tellsEverythingToItsOwner() {
            assertThat(image.disclosed(true, true)).isSameAs(image);
        }

        @Test
        void leavesThePlaceOut() {
            Image seen = image.disclosed(true, false);

            assertThat(seen.filename()).isEqualTo("Oslo, home.jpg");
            assertThat(seen.metadata().camera()).isEqualTo(TALKATIVE.camera());
            assertThat(seen.metadata().gps()).isNull();
            assertThat(seen.metadata().raw()).isEmpty();
            assertThat(seen.metadata().takenAt()).isEqualTo(TALKATIVE.takenAt());
            assertThat(seen.metadata().taken().offset()).isNull();
            assertThat(seen.metadata().caption())
                    .isEqualTo(new Caption(null, null, CAPTION.creator(), CAPTION.copyright(), CAPTION.rating(), List.of()));
            assertThat(seen.metadata().toString()).doesNotContain("Oslo", "oslo", "59.9", "12345");
        }

        @Test
        void leavesNameAndMetadataOut() {
            for (boolean place : new boolean[] {false, true}) {
                Image seen = image.disclosed(false, place);

                assertThat(seen.filename()).isEqualTo(image.id() + ".jpg");
                assertThat(seen.metadata()).isEqualTo(ImageMetadata.NONE);
                assertThat(seen.toString()).doesNotContain("Oslo", "oslo", "59.9", "12345", "Lovelace", "Low tide");
            }
        }
    }
}
