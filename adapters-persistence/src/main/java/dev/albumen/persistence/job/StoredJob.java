package dev.albumen.persistence.job;

import dev.albumen.application.job.Job;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UploadId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A job as its row says it.
 *
 * @param kind the row's task name
 * @param data everything else, as text
 */
record StoredJob(String kind, String data) {

    static final String PROCESS_IMAGE = "process-image";
    static final String RERENDER_IMAGE = "rerender-image";
    static final String RESTORE_RENDITIONS = "restore-renditions";
    static final String MOVE_STORAGE = "move-storage";
    static final String VERIFY_STORAGE = "verify-storage";
    static final String IMPORT_ARCHIVE = "import-archive";
    static final String LABEL_IMAGE = "label-image";
    static final String LABEL_LIBRARY = "label-library";
    static final String COMPLETE_UPLOAD = "complete-upload";
    static final String SEND_MAIL = "send-mail";

    /** How each kind is read back. Rows outlive releases: a kind stays here for as long as a row may have it. */
    static final Map<String, Function<String, Job>> KINDS = Map.of(
            PROCESS_IMAGE, data -> new Job.ProcessImage(new ImageId(UUID.fromString(data))),
            RERENDER_IMAGE, data -> new Job.RerenderImage(new ImageId(UUID.fromString(data))),
            RESTORE_RENDITIONS, data -> new Job.RestoreRenditions(new ImageId(UUID.fromString(data))),
            MOVE_STORAGE, data -> new Job.MoveStorage(UUID.fromString(data)),
            VERIFY_STORAGE, data -> new Job.VerifyStorage(UUID.fromString(data)),
            IMPORT_ARCHIVE, data -> new Job.ImportArchive(UUID.fromString(data)),
            LABEL_IMAGE, data -> new Job.LabelImage(new ImageId(UUID.fromString(data))),
            LABEL_LIBRARY, data -> new Job.LabelLibrary(UUID.fromString(data)),
            COMPLETE_UPLOAD, data -> new Job.CompleteUpload(new UploadId(UUID.fromString(data))),
            SEND_MAIL, data -> new Job.SendMail(UUID.fromString(data)));

    static StoredJob of(Job job) {
        return switch (job) {
            case Job.ProcessImage(ImageId image) -> new StoredJob(PROCESS_IMAGE, image.toString());
            case Job.RerenderImage(ImageId image) -> new StoredJob(RERENDER_IMAGE, image.toString());
            case Job.RestoreRenditions(ImageId image) -> new StoredJob(RESTORE_RENDITIONS, image.toString());
            case Job.ImportArchive(UUID work) -> new StoredJob(IMPORT_ARCHIVE, work.toString());
            case Job.LabelImage(ImageId image) -> new StoredJob(LABEL_IMAGE, image.toString());
            case Job.LabelLibrary(UUID run) -> new StoredJob(LABEL_LIBRARY, run.toString());
            case Job.MoveStorage(UUID move) -> new StoredJob(MOVE_STORAGE, move.toString());
            case Job.VerifyStorage(UUID check) -> new StoredJob(VERIFY_STORAGE, check.toString());
            case Job.CompleteUpload(UploadId upload) -> new StoredJob(COMPLETE_UPLOAD, upload.toString());
            case Job.SendMail(UUID notice) -> new StoredJob(SEND_MAIL, notice.toString());
        };
    }

    /** The same for the same job, so that there is one row of it. */
    String onlyInstance() {
        return UUID.nameUUIDFromBytes((kind + ' ' + data).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
