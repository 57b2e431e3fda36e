package dev.albumen.application.label;

import dev.albumen.application.job.Lease;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;

/** Has a picture labelled that waits for it. */
public final class LabelImage {

    private final Labeling labeling;

    LabelImage(Labeling labeling) {
        this.labeling = labeling;
    }

    /** @param lease of the try that this is */
    public record Command(ImageId id, Lease lease) {}

    /**
     * An image that is gone, in the trash or not ready waits no longer; one is left alone that was labelled since it began to wait, for
     * which a labelling of many images or an earlier try of this job has paid; one without a budget waits for another day.
     *
     * @throws Labeler.UnavailableException where the labeler is to be asked again later
     */
    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        Labeling.Outcome outcome = labeling.label(command.id(), command.lease(), LabelImage::waits);
        switch (outcome) {
            case OWNER_SPENT, INSTANCE_SPENT -> labeling.postpone(command.id(), command.lease());
            case SKIPPED -> labeling.leave(command.id(), command.lease());
            case LABELLED, FAILED -> { }
        }
    }

    /** One that was just uploaded does so without a word. */
    private static boolean waits(ImageLabels.Sheet sheet) {
        return sheet.status() != ImageLabels.Status.LABELLED;
    }
}
