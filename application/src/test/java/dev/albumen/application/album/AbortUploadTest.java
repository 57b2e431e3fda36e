package dev.albumen.application.album;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.user.Usage;
import org.junit.jupiter.api.Test;

class AbortUploadTest extends UploadsCase {

    @Test
    void givesBytesAndReservationBack() {
        OpenUploads.Opened opened = opened(announced("sea"));
        send(opened, "sea");

        abort.handle(ADA, new AbortUpload.Command(opened.upload().id()));

        assertThat(sent()).isEmpty();
        assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 0, 0));
        assertThat(trail.actions()).containsExactly("upload.open", "upload.abort");
        assertHidden(() -> abort.handle(ADA, new AbortUpload.Command(opened.upload().id())));
        assertHidden(() -> send(opened, "sea"));
    }

    @Test
    void isTheOwnersAloneAndTooLateAfterCompletion() {
        OpenUploads.Opened opened = opened(announced("sea"));
        assertHidden(() -> abort.handle(BOB, new AbortUpload.Command(opened.upload().id())));
        send(opened, "sea");
        completed(opened);

        assertRefused("upload-completed", () -> abort.handle(ADA, new AbortUpload.Command(opened.upload().id())));
    }
}
