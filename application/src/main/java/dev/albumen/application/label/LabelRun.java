package dev.albumen.application.label;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One labelling of many images, in the order of their ids, as far as it has come.
 *
 * @param owner whose images; {@code null} for everybody's
 * @param again whether those are labelled too that the same model has labelled before
 * @param place the last image that was looked at; {@code null} at the start
 * @param images how many there were to label at its start
 * @param unanswered the images in a row, up to the place, that the labeler did not answer for; they count nowhere yet
 * @param version rises with every step, so that of two who take the same step one fails
 */
public record LabelRun(
        UUID id, @Nullable UserId owner, boolean again, State state, Instant startedAt, Instant updatedAt, @Nullable ImageId place,
        long images, Tally tally, List<ImageId> unanswered, long version) {

    /** So many images in a row that are not answered for are no longer their own fault. */
    static final int MOST_UNANSWERED = 5;

    public LabelRun {
        unanswered = List.copyOf(unanswered);
    }

    /** How it stands. */
    public enum State {
        RUNNING,
        /** Until there is a budget again. */
        POSTPONED,
        DONE,
        /** Somebody has ended it. */
        CANCELLED,
        /** The labeler did not answer for long. Another one goes on where it ended, unless it labels again. */
        FAILED;

        public boolean open() {
            return this == RUNNING || this == POSTPONED;
        }
    }

    /**
     * What came of the images.
     *
     * @param failed ones that cannot be labelled
     * @param skipped ones that went away, or to the trash, meanwhile, or wait for a job of their own or for their owner's budget
     */
    public record Tally(long labelled, long failed, long skipped) {

        public static final Tally NONE = new Tally(0, 0, 0);

        public long all() {
            return labelled + failed + skipped;
        }

        private Tally and(Labeling.Outcome outcome) {
            return switch (outcome) {
                case LABELLED -> new Tally(labelled + 1, failed, skipped);
                case FAILED -> new Tally(labelled, failed + 1, skipped);
                case SKIPPED, OWNER_SPENT -> new Tally(labelled, failed, skipped + 1);
                case INSTANCE_SPENT -> throw new IllegalArgumentException("nothing came of it yet");
            };
        }
    }

    static LabelRun begin(UUID id, Optional<UserId> owner, boolean again, long images, Instant now) {
        return new LabelRun(id, owner.orElse(null), again, State.RUNNING, now, now, null, images, Tally.NONE, List.of(), 1);
    }

    Optional<UserId> whose() {
        return Optional.ofNullable(owner);
    }

    Optional<ImageId> after() {
        return Optional.ofNullable(place);
    }

    /** The same after one image more. */
    LabelRun past(ImageId image, Labeling.Outcome outcome, Instant now) {
        return new LabelRun(id, owner, again, state, startedAt, now, image, images, tally.and(outcome), unanswered, version + 1);
    }

    /** The same after an image that the labeler did not answer for. */
    LabelRun unanswered(ImageId image, Instant now) {
        List<ImageId> more = Stream.concat(unanswered.stream(), Stream.of(image)).toList();
        return new LabelRun(id, owner, again, state, startedAt, now, image, images, tally, more, version + 1);
    }

    /** The same after what came of one that was not answered for at first. */
    LabelRun settled(ImageId image, Labeling.Outcome outcome, Instant now) {
        List<ImageId> others = unanswered.stream().filter(one -> !one.equals(image)).toList();
        return new LabelRun(id, owner, again, state, startedAt, now, place, images, tally.and(outcome), others, version + 1);
    }

    LabelRun become(State other, Instant now) {
        return new LabelRun(id, owner, again, other, startedAt, now, place, images, tally, unanswered, version + 1);
    }
}
