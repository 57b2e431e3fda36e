package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.Inspector;
import dev.albumen.application.image.MetadataReader;
import dev.albumen.application.image.NewImages;
import dev.albumen.application.job.Job;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.application.storage.InMemoryBlobStore;
import dev.albumen.application.storage.InMemoryBlobSums;
import dev.albumen.application.storage.Originals;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageBuilder;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.user.UsageLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UploadImageTest extends UseCaseTest {

    private final Inspector inspector = new Inspector() {
        @Override
        public Set<MediaType> accepted() {
            return Set.of(MediaType.JPEG);
        }

        @Override
        public Inspection inspect(Path file) {
            try {
                if (Files.readString(file).startsWith("broken")) {
                    throw new Refusal.Unprocessable("image-broken", "Broken.").thrown();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Inspection(MediaType.JPEG, new Dimensions(4, 3));
        }
    };
    private final MetadataReader keyworded = (file, mediaType) -> Files.exists(file) ? ImageBuilder.TALKATIVE : ImageMetadata.NONE;
    private final InMemoryBlobSums sums = new InMemoryBlobSums();
    private final Uploads uploads = new InMemoryUploads(transactions);
    private final UploadImage upload = new UploadImage(transactions, inspector, keyworded, new Originals(blobs, catalogue.blobClaims(), sums),
            new UploadTarget(catalogue.albums(), catalogue.albumMembers(), catalogue.albumImages(), catalogue.tags()), uploads,
            new NewImages(catalogue.images(), quota, jobs, audit), catalogue.imageViews(), ids, clock);

    @Nested
    class NewBytes {

        @Test
        void areKeptEnteredChargedAuditedAndQueued() {
            UploadImage.Uploaded uploaded = upload(ADA, "sea", null, "sea");
            Image image = uploaded.image().image();

            assertThat(uploaded.duplicate()).isFalse();
            assertThat(uploaded.image().tags()).extracting(ImageView.Tag::name).containsExactly("sea");
            assertThat(catalogue.images().find(image.id()).orElseThrow().status()).isEqualTo(new ImageStatus.Pending());
            assertThat(keys()).containsExactly(BlobKey.original(Sha256.of("sea")));
            assertThat(sums.of(List.of(Sha256.of("sea")))).containsOnly(
                    Map.entry(BlobKey.original(Sha256.of("sea")), new BlobSum(3, 0x8bc9c137L)));
            assertThat(used(ADA)).isEqualTo(3);
            assertThat(trail.actions()).containsExactly("image.upload");
            assertThat(queue.waiting()).containsExactly(new Job.ProcessImage(image.id()));
            assertThat(catalogue.albumImages().inOrder(master(ADA).id())).containsExactly(image.id());
        }

        @Test
        void goIntoTheNamedAlbumToo() {
            Album album = given(anAlbum().ownedBy(BOB));
            makeMember(album, ADA, AlbumRole.CONTRIBUTOR);

            Image image = upload(ADA, "sea", album).image().image();

            assertThat(image.ownerId()).isEqualTo(ADA.userId());
            assertThat(catalogue.albumImages().holding(image.id())).containsExactlyInAnyOrder(master(ADA).id(), album.id());
        }

        @Test
        void bearTheirKeywordsAsTagsWhereThatIsAskedFor() {
            assertThat(withKeywords("sea", "blue", "oslo").image().tags()).extracting(ImageView.Tag::name)
                    .containsExactlyInAnyOrder("blue", "oslo", "quay", "low tide");
            assertThat(withKeywords("sea").duplicate()).isTrue();
            assertThat(trail.actions()).containsExactly("image.upload");
            assertThat(upload(ADA, "sky", null).image().tags()).isEmpty();
        }

        /** Takes the staged file away, as stores on the same disk do. */
        private final UploadImage moving = new UploadImage(transactions, inspector, keyworded, new Originals(new InMemoryBlobStore(clock) {
            @Override
            public void put(BlobKey key, Path file) {
                super.put(key, file);
                assertThat(file.toFile().delete()).isTrue();
            }
        }, catalogue.blobClaims(), sums),
                new UploadTarget(catalogue.albums(), catalogue.albumMembers(), catalogue.albumImages(), catalogue.tags()), uploads,
                new NewImages(catalogue.images(), quota, jobs, audit), catalogue.imageViews(), ids, clock);

        private UploadImage.Uploaded withKeywords(String bytes, String... tags) {
            try (StagingArea.StagedFile file = staged(bytes)) {
                UploadImage.Command plain = command(file, null, null, tags);
                return moving.handle(ADA, new UploadImage.Command(
                        file, plain.filename(), null, plain.tags(), true, null, null, null, null, null));
            }
        }

        @Test
        void areKeptOnceForTwoOwners() {
            upload(ADA, "sea", null);
            UploadImage.Uploaded second = upload(BOB, "sea", null);

            assertThat(second.duplicate()).isFalse();
            assertThat(keys()).hasSize(1);
            assertThat(catalogue.images().all()).hasSize(2);
        }
    }

    @Nested
    class TheSameBytesAgain {

        @Test
        void giveTheImageThatIsThere() {
            Image first = upload(ADA, "sea", null).image().image();
            Album album = given(anAlbum().ownedBy(ADA));
            UploadImage.Uploaded again = upload(ADA, "sea", album, "blue");

            assertThat(again.duplicate()).isTrue();
            assertThat(again.image().image().id()).isEqualTo(first.id());
            assertThat(catalogue.albumImages().inOrder(album.id())).containsExactly(first.id());
            assertThat(again.image().tags()).extracting(ImageView.Tag::name).containsExactly("blue");
            assertThat(used(ADA)).isEqualTo(3);
            assertThat(queue.waiting()).hasSize(1);
            assertThat(trail.actions()).containsExactly("image.upload", "image.extend");
        }

        @Test
        void changeNothingWhereTheyBringNothingNew() {
            upload(ADA, "sea", null, "blue");
            upload(ADA, "sea", null, "blue");

            assertThat(trail.actions()).containsExactly("image.upload");
        }

        @Test
        void comeBackFromTheTrash() {
            Image first = upload(ADA, "sea", null).image().image();
            transactions.writing(() -> catalogue.images().save(current(first).orElseThrow().trashed(NOON)));

            UploadImage.Uploaded again = upload(ADA, "sea", null);

            assertThat(again.duplicate()).isTrue();
            assertThat(current(first).orElseThrow().trashed()).isFalse();
            assertThat(trail.actions()).containsExactly("image.upload", "image.restore");
        }

        @Test
        void needNoRoom() {
            upload(ADA, "sea", null);
            limit(ADA, 3);

            assertThat(upload(ADA, "sea", null).duplicate()).isTrue();
        }
    }

    @Nested
    class NearTheQuota {

        @Test
        void areToldSoAndNotedOnceForEachLevel() {
            limit(ADA, 100);

            assertThat(upload(ADA, "a".repeat(79), null).level()).isEqualTo(UsageLevel.NORMAL);
            assertThat(upload(ADA, "b", null).level()).isEqualTo(UsageLevel.HIGH);
            assertThat(upload(ADA, "c", null).level()).isEqualTo(UsageLevel.HIGH);
            assertThat(upload(ADA, "d".repeat(14), null).level()).isEqualTo(UsageLevel.CRITICAL);
            assertThat(trail.actions()).containsExactly("image.upload", "user.quota-high", "image.upload", "image.upload",
                    "user.quota-critical", "image.upload");
        }
    }

    @Nested
    class Refused {

        @Test
        void overQuotaBeforeBytesAreKept() {
            limit(ADA, 2);

            assertThat(refusedWithoutTrace(() -> upload(ADA, "sea", null))).isEqualTo(new Refusal.QuotaExceeded(2));
        }

        @Test
        void whereTheChecksumIsAnother() {
            assertRefused("checksum-mismatch", () -> handle(ADA, "sea", null, Sha256.of("sky")));
            assertThat(handle(ADA, "sea", null, Sha256.of("sea")).duplicate()).isFalse();
        }

        @Test
        void whereTheFileIsBroken() {
            assertRefused("image-broken", () -> upload(ADA, "broken", null));
        }

        @Test
        void intoAnAlbumThatIsHiddenOrOnlySeen() {
            Album album = given(anAlbum().ownedBy(BOB));
            assertHidden(() -> upload(ADA, "sea", album));
            makeMember(album, ADA, AlbumRole.VIEWER);
            assertForbidden(() -> upload(ADA, "sea", album));
        }

        @Test
        void toStrangers() {
            assertThat(refusedWithoutTrace(() -> upload(Viewer.ANONYMOUS, "sea", null))).isInstanceOf(Refusal.Unauthenticated.class);
        }

        @Test
        void withTooManyTags() {
            assertRefused("too-many", () -> upload(ADA, "sea", null,
                    IntStream.range(0, 51).mapToObj(Integer::toString).toArray(String[]::new)));
        }
    }

    @Test
    void leavesNoRowWhereTheKeptBytesWereSweptMeanwhile() {
        Originals forgetful = new Originals(new InMemoryBlobStore(clock) {
            @Override
            public void put(BlobKey key, Path file) {
                // gone as soon as it came
            }
        }, catalogue.blobClaims(), sums);
        UploadImage hasty = new UploadImage(transactions, inspector, keyworded, forgetful,
                new UploadTarget(catalogue.albums(), catalogue.albumMembers(), catalogue.albumImages(), catalogue.tags()), uploads,
                new NewImages(catalogue.images(), quota, jobs, audit), catalogue.imageViews(), ids, clock);

        try (StagingArea.StagedFile file = staged("sea")) {
            assertThatThrownBy(() -> hasty.handle(ADA, command(file, null, null))).isInstanceOf(DependencyException.class);
        }

        assertThat(catalogue.images().all()).isEmpty();
        assertThat(trail.actions()).isEmpty();
        assertThat(used(ADA)).isZero();
    }

    private UploadImage.Uploaded upload(Viewer viewer, String bytes, @Nullable Album album, String... tags) {
        return handle(viewer, bytes, album, null, tags);
    }

    private UploadImage.Uploaded handle(
            Viewer viewer, String bytes, @Nullable Album album, @Nullable Sha256 expected, String... tags) {
        try (StagingArea.StagedFile file = staged(bytes)) {
            return upload.handle(viewer, command(file, album, expected, tags));
        }
    }

    private static UploadImage.Command command(
            StagingArea.StagedFile file, @Nullable Album album, @Nullable Sha256 expected, String... tags) {
        return new UploadImage.Command(file, new Filename("sea.jpg"), album == null ? null : album.id(),
                Stream.of(tags).map(TagName::new).toList(), false, null, null, expected, null, null);
    }

    private Album master(Viewer.Member member) {
        return catalogue.albums().master(member.userId()).orElseThrow();
    }
}
