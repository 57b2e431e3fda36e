package dev.albumen.application.label;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.Label;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.tag.TagName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The labels of images, and how far the labelling of each has come. They go with the image. */
public interface ImageLabels {

    /** How far it has come. */
    enum Status {
        /** Nobody has asked. */
        NONE,
        WAITING,
        LABELLED,
        /** Until there is a budget for it. */
        POSTPONED,
        /** It cannot be labelled. */
        FAILED
    }

    /**
     * All there is to know of one image.
     *
     * @param failure why it cannot be labelled; {@code null} in any other status
     * @param by who labelled it last; {@code null} where nobody has
     * @param at since when the status is so; {@code null} where it is {@code NONE}
     * @param labels the surest first, whatever became of them
     */
    record Sheet(Status status, @Nullable String failure, @Nullable Provider by, @Nullable Instant at, List<Label> labels) {

        public static final Sheet EMPTY = new Sheet(Status.NONE, null, null, null, List.of());

        public Sheet {
            labels = List.copyOf(labels);
        }
    }

    /**
     * An accepted label whose tag was taken off since counts as rejected, and no {@linkplain BlockedLabels blocked} name is among
     * what a label is one of.
     */
    Sheet of(ImageId image);

    /** One label, which nobody else changes until the caller's transaction ends; empty where the image has no such. */
    Optional<Label> find(ImageId image, TagName name);

    /** Keeps what was decided. False where the image has no such label, or it was decided so before. */
    boolean decide(ImageId image, TagName name, LabelState state, Instant now);

    /** What was accepted or rejected of each of these images, by name; those without are left out. It counts here as in {@link #of}. */
    Map<ImageId, List<Label>> decided(Set<ImageId> images);

    /**
     * Keeps that an image is not to have a label, which may never have been suggested for it. What was decided stays as it is.
     * Nothing where the image is gone.
     */
    void reject(ImageId image, Finding found, Provider by, Instant now);

    /** The same of a label that an image has as its tag. */
    void accept(ImageId image, Finding found, Provider by, Instant now);

    /**
     * Keeps what was found, in place of earlier suggestions, and that the image is labelled. What was decided stays as it
     * is, and no {@linkplain BlockedLabels blocked} name comes in. Nothing where the image is gone.
     */
    void record(ImageId image, Provider by, List<Finding> found, Instant now);

    /** Keeps that the image waits to be labelled. False, and nothing done, where it waits already, or is gone. */
    boolean await(ImageId image, Instant now);

    /** Keeps how far it has come. Nothing where the image is gone. */
    void mark(ImageId image, Status status, @Nullable String failure, Instant now);

    /** Images that wait for a budget since before then, the longest first. */
    List<ImageId> postponed(Instant before, int limit);
}
