package dev.albumen.application.album;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpireUploadsTest extends UploadsCase {

    @Test
    void givesBytesAndReservationsBackAndKeepsWhatWasCompleted() {
        OpenUploads.Opened done = opened(announced("sea"));
        send(done, "sea");
        Image image = completed(done).image().image();
        OpenUploads.Opened lost = opened(announced("sky"));
        send(lost, "sky");
        clock.pass(Duration.ofMinutes(30));
        OpenUploads.Opened young = opened(announced("hill"));
        send(young, "hill");
        clock.pass(Duration.ofMinutes(30));

        assertThat(expire.handle(Viewer.WORKER)).isEqualTo(2);

        assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 3, 4));
        assertThat(sent()).containsExactly(BlobKey.upload(young.upload().id()));
        assertThat(current(image)).isPresent();
        assertThat(keys()).containsExactly(BlobKey.original(Sha256.of("sea")));
        assertThat(completed(young).duplicate()).isFalse();
        assertThat(expire.handle(Viewer.WORKER)).isZero();
    }

    @Test
    void removesBytesThatCameAfterTheEnd() {
        OpenUploads.Opened opened = opened(announced("sea"));
        abort.handle(ADA, new AbortUpload.Command(opened.upload().id()));
        keepBlob(BlobKey.upload(opened.upload().id()), "sea");

        expire.handle(Viewer.WORKER);

        assertThat(sent()).isEmpty();
    }

    @Test
    void isNobodysButTheInstancesOwn() {
        assertForbidden(() -> expire.handle(ROOT));
    }
}
