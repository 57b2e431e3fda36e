package dev.albumen.imaging.rendition.worker;

import java.util.Locale;
import java.util.Set;

/** Why a worker is no more. */
public enum EndReason {
    /** It ended by itself while it worked: a crash in native code, an abort, an exit. */
    CRASHED(true),
    /** It was killed because its picture took too long. */
    TIME(true),
    /** It was killed because its picture took too much memory. */
    MEMORY(true),
    /** It was killed because it answered something that is no answer. */
    RUBBISH(true),
    /** Somebody else ended it: a person, or the system for want of memory. */
    OUTSIDE(false),
    /** It did not come up. */
    START(false),
    /** It was killed because the service no longer waits for its answer. */
    ABANDONED(false),
    /** It had done enough pictures; another one starts fresh. */
    RECYCLED(false),
    /** The pool was closed. */
    CLOSED(false);

    /** Exit values of signals that people and the system send: hang-up, interrupt, quit, kill, terminate. */
    private static final Set<Integer> SENT = Set.of(128 + 1, 128 + 2, 128 + 3, 128 + 9, 128 + 15);

    private final boolean pictureAtFault;

    EndReason(boolean pictureAtFault) {
        this.pictureAtFault = pictureAtFault;
    }

    /** Whether the picture in work is to blame, as far as one can tell. */
    public boolean isPictureAtFault() {
        return pictureAtFault;
    }

    /** As in metrics and logs. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param exitValue of a process that was not killed by us */
    static EndReason ofExit(int exitValue) {
        return SENT.contains(exitValue) ? OUTSIDE : CRASHED;
    }
}
