package dev.albumen.application.label;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.label.Findings;
import dev.albumen.domain.label.Provider;

/** Says what is seen in a picture. Safe to call from many threads. It keeps nothing. */
public interface Labeler {

    /** With its model as far as it knows that itself: where it {@linkplain #learnsModel learns} it, by what its last answer said. */
    Provider provider();

    /** Whether only answers tell its model, so that one that has not been asked since its start knows an old one. */
    boolean learnsModel();

    /** How many calls that cost something one picture takes; 0 where nothing does. */
    int callsPerImage();

    /**
     * What it sees, each name at most once, as sure as it is; it judges by the renditions or the original that are stored.
     *
     * @param image ready
     * @throws UnreadableException where it is this picture's fault alone: what is stored of it is gone or broken, or is refused for what
     *     it is
     * @throws UnavailableException where another time may be better: what it stands on does not answer, or is too busy
     */
    Findings label(Image image) throws UnreadableException;

    /** This picture cannot be labelled; the message says why, for the owner to read. */
    final class UnreadableException extends Exception {

        private final int callsSpent;

        /** @param callsSpent calls that were made and cost something */
        public UnreadableException(String reason, int callsSpent) {
            super(reason);
            this.callsSpent = callsSpent;
        }

        public int callsSpent() {
            return callsSpent;
        }
    }

    /** The labeler, or the storage, does not answer, or wants to be asked less often. Others may fare no better. */
    final class UnavailableException extends DependencyException {

        private final int callsSpent;

        /** @param callsSpent calls that were made and cost something, or may have */
        public UnavailableException(String message, int callsSpent, Throwable cause) {
            super(message, cause);
            this.callsSpent = callsSpent;
        }

        public int callsSpent() {
            return callsSpent;
        }
    }
}
