package dev.albumen.application.album;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CompleteArrivedUploadTest extends UploadsCase {

    private boolean arrived(UploadId id) {
        return new CompleteArrivedUpload(transactions, uploads, catalogue.users(), complete(), clock)
                .handle(Viewer.WORKER, new CompleteArrivedUpload.Command(id));
    }

    @Test
    void makesAnImageInItsOwnersName() {
        OpenUploads.Opened opened = opened(announced("sea"));
        send(opened, "sea");

        assertThat(arrived(opened.upload().id())).isTrue();

        Upload.Result result = uploads.find(opened.upload().id()).orElseThrow().result();
        assertThat(result).isNotNull();
        assertThat(catalogue.images().find(result.image()).orElseThrow().ownerId()).isEqualTo(ADA.userId());
        assertThat(keys()).containsExactly(BlobKey.original(Sha256.of("sea")));
        assertThat(completed(opened).image().image().id()).as("for a client that comes late").isEqualTo(result.image());
    }

    @Test
    void leavesWhatItsClientCompleted() {
        OpenUploads.Opened opened = opened(announced("sea"));
        send(opened, "sea");
        completed(opened);

        assertThat(arrived(opened.upload().id())).isFalse();
        assertThat(used(ADA)).isEqualTo(3);
    }

    @Test
    void leavesWhatNobodyAnnouncedOrNobodySentOrIsSentInParts() {
        assertThat(arrived(NOBODYS)).isFalse();
        assertThat(arrived(opened(announced("sea")).upload().id())).as("a message that lies").isFalse();
        assertThat(arrived(begun("sky").id())).isFalse();
    }

    @Test
    void leavesWhatItsOwnerCouldNotComplete() {
        OpenUploads.Opened broken = opened(announced("broken"));
        send(broken, "broken");
        OpenUploads.Opened late = opened(announced("sea"));
        send(late, "sea");

        assertThat(arrived(broken.upload().id())).as("no picture").isFalse();
        clock.pass(Duration.ofHours(2));
        assertThat(arrived(late.upload().id())).as("over").isFalse();
        assertThat(uploads.find(late.upload().id()).orElseThrow().result()).isNull();
    }

    @Test
    void leavesTheUploadsOfADisabledAccount() {
        OpenUploads.Opened opened = opened(announced("sea"));
        send(opened, "sea");
        User ada = catalogue.users().find(ADA.userId()).orElseThrow();
        catalogue.users().save(ada.changed(
                new User.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.to(true)), clock.instant()));

        assertThat(arrived(opened.upload().id())).isFalse();
        assertThat(sent()).isNotEmpty();
    }

    @Test
    void isNobodysButTheInstancesOwn() {
        assertForbidden(() -> new CompleteArrivedUpload(transactions, uploads, catalogue.users(), complete(), clock)
                .handle(ROOT, new CompleteArrivedUpload.Command(NOBODYS)));
    }
}
