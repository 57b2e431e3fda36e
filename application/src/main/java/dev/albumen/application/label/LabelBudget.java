package dev.albumen.application.label;

import dev.albumen.domain.label.CallLimits;
import dev.albumen.domain.shared.UserId;
import java.time.LocalDate;

/** Counts the calls that cost something, exactly, whichever nodes make them. */
public interface LabelBudget {

    /**
     * Sets calls aside before they are made, in the caller's transaction. False, and nothing set aside, where the day's limit
     * of the instance or of the user would be passed.
     *
     * @param day in UTC
     */
    boolean reserve(LocalDate day, UserId owner, int calls, CallLimits limits);

    /** Gives back what was set aside and cost nothing. */
    void release(LocalDate day, UserId owner, int calls);

    /** How many calls the instance has set aside that day. */
    long spent(LocalDate day);

    /** How many were set aside for a user that day. */
    long spent(LocalDate day, UserId owner);

    /** Forgets the days before. */
    void forget(LocalDate before);
}
