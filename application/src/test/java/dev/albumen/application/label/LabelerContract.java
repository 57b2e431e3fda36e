package dev.albumen.application.label;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.Pictures;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.InMemoryBlobStore;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.Findings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Labeler} must do. */
public abstract class LabelerContract {

    protected final InMemoryBlobStore blobs = new InMemoryBlobStore();

    @TempDir
    Path folder;

    /** One that reads pictures from this store. */
    protected abstract Labeler labeler(BlobStore from);

    private Labeler labeler() {
        return labeler(blobs);
    }

    @Test
    void saysWhoItIs() throws Exception {
        Labeler labeler = labeler();
        assertThat(labeler.provider().name()).matches("[a-z]+");
        assertThat(labeler.provider().model()).isNotBlank();
        assertThat(labeler.callsPerImage()).isNotNegative();
        assertThat(labeler.label(kept(Pictures.jpeg(320, 240))).by()).isEqualTo(labeler.provider());
    }

    @Test
    void seesSomethingAndNamesItOnce() throws Exception {
        List<Finding> found = labeler().label(kept(Pictures.jpeg(320, 240))).labels();
        assertThat(found).isNotEmpty();
        assertThat(found).extracting(Finding::name).doesNotHaveDuplicates();
    }

    @Test
    void saysTheSameOfTheSamePictureHoweverManyAsk() throws Exception {
        Labeler labeler = labeler();
        Image image = kept(Pictures.jpeg(320, 240));
        Findings first = labeler.label(image);
        List<Future<Findings>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 12; i++) {
                asked.add(threads.submit(() -> labeler.label(image)));
            }
        }
        for (Future<Findings> one : asked) {
            assertThat(one.get()).isEqualTo(first);
        }
    }

    @Test
    void keepsNothing() throws Exception {
        Image image = kept(Pictures.jpeg(320, 240));
        List<BlobStore.Stat> before = blobs.list(BlobKey.RENDITIONS, Optional.empty(), 99);

        labeler().label(image);

        assertThat(blobs.list(BlobKey.RENDITIONS, Optional.empty(), 99)).isEqualTo(before);
    }

    @Test
    void saysThatAPictureIsAtFaultWhoseRenditionsAreLost() throws Exception {
        Image lost = kept(Pictures.jpeg(320, 240));
        for (String rendition : List.of("thumbnail-v1.jpg", "preview-v1.jpg")) {
            blobs.delete(BlobKey.rendition(lost.sha256(), rendition));
        }
        assertThatThrownBy(() -> labeler().label(lost)).isInstanceOfSatisfying(Labeler.UnreadableException.class,
                unreadable -> assertThat(unreadable.callsSpent()).isZero());
    }

    /** As of every image, where a volume is not mounted. */
    @Test
    void wantsToBeAskedAgainWhereNotEvenTheOriginalIsThere() {
        assertThatThrownBy(() -> labeler().label(anImage().build())).isInstanceOf(Labeler.UnavailableException.class);
    }

    @Test
    void wantsToBeAskedAgainWhereTheStoreDoesNotAnswer() throws Exception {
        Image image = kept(Pictures.jpeg(320, 240));
        BlobStore broken = new InMemoryBlobStore() {
            @Override
            public Optional<Content> open(BlobKey key) {
                throw new DependencyException("the disk is broken", new IOException());
            }

            @Override
            public Optional<Stat> stat(BlobKey key) {
                throw new DependencyException("the disk is broken", new IOException());
            }
        };
        assertThatThrownBy(() -> labeler(broken).label(image)).isInstanceOf(Labeler.UnavailableException.class);
    }

    @Test
    void wantsToBeAskedAgainWhereTheStoreBreaksOff() throws Exception {
        Image image = kept(Pictures.jpeg(320, 240));
        BlobStore broken = new InMemoryBlobStore() {
            @Override
            public Optional<Content> open(BlobKey key) {
                return blobs.open(key).map(whole -> new Content(whole.byteSize(), new SequenceInputStream(
                        new ByteArrayInputStream(new byte[] {(byte) 0xff, (byte) 0xd8}), new BrokenStream())));
            }
        };
        assertThatThrownBy(() -> labeler(broken).label(image)).isInstanceOf(Labeler.UnavailableException.class);
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the disk broke off");
        }
    }

    /** An image whose original and renditions are all this JPEG. */
    protected Image kept(byte[] jpeg) throws IOException {
        Image image = anImage().of(MediaType.JPEG).sized(jpeg.length).rendered("thumbnail-v1.jpg", "preview-v1.jpg").build();
        return kept(image, jpeg);
    }

    /** The same as what the image says of itself. */
    protected Image kept(Image image, byte[] jpeg) throws IOException {
        put(BlobKey.original(image.sha256()), jpeg);
        put(BlobKey.rendition(image.sha256(), "thumbnail-v1.jpg"), jpeg);
        put(BlobKey.rendition(image.sha256(), "preview-v1.jpg"), jpeg);
        return image;
    }

    protected void put(BlobKey key, byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "blob", null);
        Files.write(file, bytes);
        blobs.put(key, file);
    }
}
