package dev.albumen.application.job;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UploadId;
import java.util.UUID;

/** A piece of work that outlives its request. It may be done more than once, so doing it again must change nothing. */
public sealed interface Job {

    /** Decode an uploaded picture, make its renditions, and say whether it is ready or failed. */
    record ProcessImage(ImageId imageId) implements Job {}

    /** Make the renditions of an image anew, whose recipes have changed. */
    record RerenderImage(ImageId imageId) implements Job {}

    /** Make the renditions of an image anew, whose blobs were lost. */
    record RestoreRenditions(ImageId imageId) implements Job {}

    /** Have an image labelled. */
    record LabelImage(ImageId imageId) implements Job {}

    /** Go on with labelling many images for some seconds. */
    record LabelLibrary(UUID runId) implements Job {}

    /** Go on with bringing in an archive's pictures for some minutes. */
    record ImportArchive(UUID importId) implements Job {}

    /** Go on with moving all blobs to another storage for some seconds. */
    record MoveStorage(UUID moveId) implements Job {}

    /** Go on with a check of the storage for some seconds. */
    record VerifyStorage(UUID checkId) implements Job {}

    /** Complete an upload whose bytes are in the store, and whose client did not come back to say so. */
    record CompleteUpload(UploadId uploadId) implements Job {}

    /** Have a mail sent that was given up. */
    record SendMail(UUID noticeId) implements Job {}
}
