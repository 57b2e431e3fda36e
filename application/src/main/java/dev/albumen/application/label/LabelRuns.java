package dev.albumen.application.label;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Labellings of many images. Of each owner's images, and of everybody's, one is under way at a time. */
public interface LabelRuns {

    Optional<LabelRun> find(UUID id);

    /** The one that was started last of that owner's images, or of everybody's. */
    Optional<LabelRun> latest(Optional<UserId> owner);

    /** Keeps a new one. False, and nothing kept, where another of the same images is under way. */
    boolean begin(LabelRun run);

    /** Keeps a step. False, and nothing kept, where somebody took that step before. */
    boolean save(LabelRun run);

    /** Those that wait for a budget. */
    List<LabelRun> postponed();

    /** The labeler of that name with the model that an image was labelled by last, on any node; empty where none was. */
    Optional<Provider> lastSeen(String name);

    /** The labeler with the model that it has now, as far as anybody knows. */
    default Provider present(Labeler labeler) {
        Provider itself = labeler.provider();
        return labeler.learnsModel() ? lastSeen(itself.name()).orElse(itself) : itself;
    }

    /** How many images there are to label. */
    long count(Wanted wanted);

    /** The next of them in the order of their ids; empty at the end. */
    List<ImageId> after(Wanted wanted, Optional<ImageId> image, int limit);

    /**
     * Which images are to be labelled: ready ones out of the trash, with renditions.
     *
     * @param owner whose; empty for everybody's
     * @param by the labeler as it is now
     * @param again whether those are wanted too that it has labelled already
     */
    record Wanted(Optional<UserId> owner, Provider by, boolean again) {}
}
