package dev.albumen.imaging.rendition.worker;

import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.application.shared.DependencyException;

/** Counts the workers that one picture has seen die, and says when it is enough. */
final class Tries {

    static final int AT_FAULT = 2;
    static final int NOT_AT_FAULT = 5;

    private final WorkerLimits limits;
    private int atFault;
    private int notAtFault;

    Tries(WorkerLimits limits) {
        this.limits = limits;
    }

    boolean isFirst() {
        return atFault + notAtFault == 0;
    }

    /**
     * One more has died.
     *
     * @throws UndecodableException where the picture is to blame
     * @throws DependencyException where it is not, and trying again right now would not help
     */
    void note(WorkerEnded end) throws UndecodableException {
        if (end.reason().isPictureAtFault()) {
            atFault++;
        } else {
            notAtFault++;
        }
        if (atFault == AT_FAULT) {
            throw new UndecodableException("The picture could not be decoded: " + why(end.reason()), end);
        }
        if (end.reason() == EndReason.START || notAtFault == NOT_AT_FAULT) {
            throw new DependencyException("no worker stays alive: " + end.getMessage(), end);
        }
    }

    private String why(EndReason reason) {
        return switch (reason) {
            case TIME -> "it takes longer than " + limits.time().toSeconds() + " s.";
            case MEMORY -> "it needs more than " + limits.memoryMebibytes() + " MiB of memory.";
            case RUBBISH -> "the decoder gave no sensible answer.";
            default -> "the decoder broke down over it.";
        };
    }
}
