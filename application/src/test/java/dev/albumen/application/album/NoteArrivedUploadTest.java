package dev.albumen.application.album;

import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.Job;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import org.junit.jupiter.api.Test;

class NoteArrivedUploadTest extends UploadsCase {

    private void noted(UploadId id) {
        new NoteArrivedUpload(transactions, uploads, jobs).handle(Viewer.WORKER, new NoteArrivedUpload.Command(id));
    }

    @Test
    void leavesAnUploadToOneJobHoweverOftenItIsTold() {
        OpenUploads.Opened opened = opened(announced("sea"));
        send(opened, "sea");

        noted(opened.upload().id());
        noted(opened.upload().id());

        assertThat(queue.waiting()).containsExactly(new Job.CompleteUpload(opened.upload().id()));
        assertThat(uploads.find(opened.upload().id()).orElseThrow().result()).as("not yet").isNull();
    }

    @Test
    void makesNoJobOfWhatNobodyAnnouncedOrItsClientCompleted() {
        OpenUploads.Opened opened = opened(announced("sea"));
        send(opened, "sea");
        completed(opened);
        var before = queue.waiting();

        noted(opened.upload().id());
        noted(NOBODYS);

        assertThat(queue.waiting()).isEqualTo(before);
    }

    @Test
    void isNobodysButTheInstancesOwn() {
        assertForbidden(() -> new NoteArrivedUpload(transactions, uploads, jobs).handle(ROOT, new NoteArrivedUpload.Command(NOBODYS)));
    }
}
