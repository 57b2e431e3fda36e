package dev.albumen.application.album;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.album.UploadPart;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Usage;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppendToUploadTest extends UploadsCase {

    private ResumeUpload resume() {
        return new ResumeUpload(transactions, uploads, parts, complete(), clock);
    }

    private Optional<AppendToUpload.Appended> append(Viewer viewer, Upload upload, long offset, InputStream bytes, @Nullable PartChecksum checksum) {
        return new AppendToUpload(transactions, uploads, parts, complete(), staging, blobs, ids, clock)
                .handle(viewer, new AppendToUpload.Command(upload.id(), offset, bytes, checksum));
    }

    private AppendToUpload.Appended append(Upload upload, long offset, String text) {
        return append(ADA, upload, offset, bytes(text), null).orElseThrow();
    }

    @Test
    void endsInAnImageWithTheLastByte() {
        Upload upload = begun("sea and sky");
        assertThat(append(upload, 0, "sea").offset()).isEqualTo(3);
        assertThat(append(upload, 3, " and ").uploaded()).isEmpty();
        assertThat(resume().handle(ADA, new ResumeUpload.Query(upload.id())).offset()).isEqualTo(8);

        AppendToUpload.Appended last = append(upload, 8, "sky");

        assertThat(last.uploaded().orElseThrow().image().image().sha256()).isEqualTo(Sha256.of("sea and sky"));
        assertThat(sent()).isEmpty();
        assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 11, 0));
        assertThat(resume().handle(ADA, new ResumeUpload.Query(upload.id())).offset()).isEqualTo(11);
        assertThat(trail.actions()).containsExactly("upload.open", "image.upload");
    }

    @Test
    void keepsWhatCameBeforeTheConnectionBroke() {
        Upload upload = begun("sea and sky");

        assertThat(append(ADA, upload, 0, new SequenceInputStream(bytes("sea an"), new BrokenStream()), null).orElseThrow().offset()).isEqualTo(6);

        assertThat(append(upload, 6, "d sky").uploaded()).isPresent();
    }

    @Test
    void takesTheNextBytesAndNoOthers() {
        Upload upload = begun("sea and sky");
        append(upload, 0, "sea");

        assertRefused("offset-mismatch", () -> append(upload, 0, "sea"));
        assertRefused("offset-mismatch", () -> append(upload, 4, "and"));
        assertRefused("file-too-large", () -> append(upload, 3, " and sky!"));
        assertHidden(() -> append(BOB, upload, 3, bytes(" "), null));
        assertThat(append(upload, 3, "").offset()).isEqualTo(3);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void keepsNothingThatHasAnotherChecksum() throws Exception {
        Upload upload = begun("sea and sky");
        byte[] digest = MessageDigest.getInstance("SHA-1").digest("sea".getBytes(UTF_8));

        assertThat(append(ADA, upload, 0, bytes("sky"), new PartChecksum(PartChecksum.Algorithm.SHA1, digest))).isEmpty();
        assertThat(append(ADA, upload, 0, new SequenceInputStream(bytes("se"), new BrokenStream()),
                new PartChecksum(PartChecksum.Algorithm.SHA1, digest))).isEmpty();
        assertThat(sent()).isEmpty();
        assertThat(append(ADA, upload, 0, bytes("sea"), new PartChecksum(PartChecksum.Algorithm.SHA1, digest))).isPresent();
    }

    @Test
    void isCompletedByWhoeverAsksWhereTheLastByteWasAllThatCame() {
        Upload upload = begun("sea");
        BlobKey key = BlobKey.uploadPart(upload.id(), new UUID(5, 5));
        keepBlob(key, "sea");
        transactions.writing(() -> parts.append(upload.id(), new UploadPart(new UUID(5, 5), 0, 3)));

        resume().handle(ADA, new ResumeUpload.Query(upload.id()));

        assertThat(keys()).containsExactly(BlobKey.original(Sha256.of("sea")));
        assertThat(sent()).isEmpty();
    }

    @Test
    void endsWhenItIsGivenUpOrExpires() {
        Upload upload = begun("sea");
        append(upload, 0, "se");
        abort.handle(ADA, new AbortUpload.Command(upload.id()));
        Upload late = begun("sky");
        append(late, 0, "sk");
        assertThat(sent()).hasSize(1);
        clock.pass(Duration.ofHours(1));
        assertRefused("upload-expired", () -> append(late, 2, "y"));
        assertRefused("upload-expired", () -> resume().handle(ADA, new ResumeUpload.Query(late.id())));

        expire.handle(Viewer.WORKER);

        assertThat(sent()).isEmpty();
        assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 0, 0));
        assertHidden(() -> append(late, 2, "y"));
    }

    @Test
    void isNoDirectUpload() {
        Upload resumable = begun("sea");
        Upload direct = opened(announced("sea")).upload();

        assertHidden(() -> append(direct, 0, "sea"));
        assertHidden(() -> resume().handle(ADA, new ResumeUpload.Query(direct.id())));
        assertRefused("upload-incomplete", () -> complete().handle(ADA, new CompleteUpload.Command(resumable.id())));
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("gone");
        }
    }
}
