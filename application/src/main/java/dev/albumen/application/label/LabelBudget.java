package dev.albumen.application.label;

import dev.albumen.domain.label.CallLimits;
import dev.albumen.domain.shared.UserId;
import java.time.LocalDate;

/** Counts the calls that cost something, exactly, whichever nodes make them. */
public interface LabelBudget {

    /** What became of a wish for calls. */
    enum Reserved {
        ALL,
        /** Nothing: the user's limit of the day would be passed, and the instance's would not. */
        NONE_FOR_USER,
        /** Nothing: the instance's limit of the day would be passed. */
        NONE
    }

    /**
     * Sets calls aside before they are made, in the caller's transaction; all of them, or none where a limit would be passed.
     *
     * @param day in UTC
     */
    Reserved reserve(LocalDate day, UserId owner, int calls, CallLimits limits);

    /** Gives back what was set aside and cost nothing. */
    void release(LocalDate day, UserId owner, int calls);

    /** How many calls the instance has set aside that day. */
    long spent(LocalDate day);

    /** How many were set aside for a user that day. */
    long spent(LocalDate day, UserId owner);

    /** Forgets the days before. */
    void forget(LocalDate before);
}
