package dev.albumen.application.album;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;

/**
 * Has a job complete an upload whose bytes are said to be in the store. That may read gigabytes, and whoever says so is
 * not to wait for it.
 */
public final class NoteArrivedUpload {

    private final Transactions transactions;
    private final Uploads uploads;
    private final Jobs jobs;

    public NoteArrivedUpload(Transactions transactions, Uploads uploads, Jobs jobs) {
        this.transactions = transactions;
        this.uploads = uploads;
        this.jobs = jobs;
    }

    public record Command(UploadId id) {}

    /** Does nothing for an upload that there is not, or that is completed. */
    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        transactions.writing(() -> uploads.find(command.id()).filter(upload -> upload.result() == null)
                .ifPresent(upload -> jobs.enqueueOnce(new Job.CompleteUpload(upload.id()))));
    }
}
