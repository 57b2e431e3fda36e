package dev.albumen.application.album;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.album.Upload;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReceiveUploadTest extends UploadsCase {

    @Test
    void replacesWhatWasSentBefore() {
        OpenUploads.Opened opened = opened(new Upload.Announced(new Filename("a.jpg"), 3, "image/jpeg", null));
        send(opened, "sea");
        send(opened, "sky");

        assertThat(completed(opened).image().image().sha256()).isEqualTo(Sha256.of("sky"));
    }

    @Test
    void takesOnlyWhatWasAnnounced() {
        OpenUploads.Opened opened = opened(announced("sea"));
        String signature = opened.address().uri().toString();

        assertRefused("checksum-mismatch", () -> send(opened, "sky"));
        assertRefused("file-too-large", () -> receive(opened, signature, null, "image/jpeg", "seas"));
        assertRefused("length-mismatch", () -> receive(opened, signature, null, "image/jpeg", "se"));
        assertRefused("length-mismatch", () -> receive(opened, signature, 4L, "image/jpeg", "sea"));
        assertThat(refusedWithoutTrace(() -> receive(opened, signature, 3L, "image/png", "sea"))).isInstanceOf(Refusal.UnsupportedType.class);
        assertThat(refusedWithoutTrace(() -> receive(opened, signature, 3L, null, "sea"))).isInstanceOf(Refusal.UnsupportedType.class);
        assertThat(sent()).isEmpty();
    }

    @Test
    void needsTheSignatureOfThisUpload() {
        OpenUploads.Opened opened = opened(announced("sea"));
        OpenUploads.Opened other = opened(announced("sea"));

        assertHidden(() -> receive(opened, other.address().uri().toString(), 3L, "image/jpeg", "sea"));
        assertHidden(() -> receive().handle(Viewer.ANONYMOUS, new ReceiveUpload.Command(NOBODYS, "x", 3L, "image/jpeg", bytes("sea"))));
    }

    @Test
    void endsWithTheUpload() {
        OpenUploads.Opened done = opened(announced("sea"));
        send(done, "sea");
        completed(done);
        assertRefused("upload-completed", () -> send(done, "sea"));

        OpenUploads.Opened late = opened(announced("sky"));
        clock.pass(Duration.ofHours(1));
        assertRefused("upload-expired", () -> send(late, "sky"));
    }
}
