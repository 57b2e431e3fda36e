package dev.albumen.domain.selection;

import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one client chooses through a link. A round goes from choosing over submitting to the owner's delivery, which the
 * client accepts, or goes on to choose in the next round.
 *
 * @param tokenHash finds the selection by the token that its client resumes it with
 * @param passwordVersion which version of the link's password the client has shown to know
 * @param round counts from 1
 * @param usedAt when the client last came, to a day
 * @param submittedAt when this round was last submitted
 * @param version counts changes, from 1
 */
public record Selection(
        SelectionId id, ShareId shareId, Sha256 tokenHash, int passwordVersion, Contact contact, Status status, int round,
        Instant createdAt, Instant updatedAt, Instant usedAt, @Nullable Instant submittedAt, long version) {

    /** How long the token lasts after its last use. */
    public static final Duration TOKEN_LASTS = Duration.ofDays(30);
    /** Uses are noted no more often than that, so that reading seldom writes. */
    private static final Duration NOTED_EVERY = Duration.ofDays(1);

    /** How far it has come. */
    public enum Status {
        /** The client chooses. */
        OPEN,
        /** The client is done, and waits for the owner. */
        SUBMITTED,
        /** The owner has delivered, and waits for the client. */
        DELIVERED,
        /** The client is content. */
        ACCEPTED,
        /** The owner takes no more of it. */
        CLOSED
    }

    /** A new one, with nothing chosen. */
    public static Selection started(
            SelectionId id, ShareId share, Sha256 tokenHash, int passwordVersion, Contact contact, Instant now) {
        return new Selection(id, share, tokenHash, passwordVersion, contact, Status.OPEN, 1, now, now, now, null, 1);
    }

    /** What those see who read it: a selection whose time is over is closed, without anybody's doing. */
    public Status shown(SelectionConfig config, Instant now) {
        return status == Status.OPEN && config.over(now) ? Status.CLOSED : status;
    }

    /** Refuses every change of what is chosen but while it is open and in time. */
    public Selection requireOpen(SelectionConfig config, Instant now) {
        switch (shown(config, now)) {
            case OPEN -> {}
            case SUBMITTED -> throw conflict("selection-submitted", "This selection is submitted.");
            case DELIVERED -> throw conflict("selection-delivered", "This selection is delivered. Accept it, or go on.");
            case ACCEPTED -> throw conflict("selection-accepted", "This selection is accepted.");
            case CLOSED -> throw closed();
        }
        return this;
    }

    /** Refuses one picture more than the link allows. */
    public void requireRoom(SelectionConfig config, int chosen) {
        if (chosen >= config.most()) {
            throw conflict("selection-limit", "No more than " + config.most() + " pictures can be chosen.");
        }
    }

    /** The same, changed now. */
    public Selection touched(Instant now) {
        return with(contact, status, round, now, usedAt, submittedAt);
    }

    /** The same of somebody else. */
    public Selection of(Contact other, Instant now) {
        return with(other, status, round, now, usedAt, submittedAt);
    }

    /** Hands it to the owner. */
    public Selection submitted(Contact contact, Instant now) {
        return with(contact, Status.SUBMITTED, round, now, usedAt, now);
    }

    /** Takes no more of it; one that is accepted stays so. */
    public Selection closed(Instant now) {
        return status == Status.CLOSED || status == Status.ACCEPTED ? this
                : with(contact, Status.CLOSED, round, now, usedAt, submittedAt);
    }

    /** Lets the client choose again in the same round. */
    public Selection reopened(Instant now) {
        return status == Status.OPEN ? this : with(contact, Status.OPEN, round, now, usedAt, submittedAt);
    }

    /** Tells the client that what they chose is done. Only what was submitted can be. */
    public Selection delivered(Instant now) {
        return switch (status) {
            case DELIVERED -> this;
            case SUBMITTED -> with(contact, Status.DELIVERED, round, now, usedAt, submittedAt);
            case OPEN, ACCEPTED, CLOSED -> throw conflict("selection-not-submitted", "Only a submitted selection is delivered.");
        };
    }

    /** The client is content with the delivery. */
    public Selection accepted(Instant now) {
        return switch (status) {
            case ACCEPTED -> this;
            case DELIVERED -> with(contact, Status.ACCEPTED, round, now, usedAt, submittedAt);
            case OPEN, SUBMITTED, CLOSED -> throw notDelivered();
        };
    }

    /** The client chooses on, in the next round, from what they have chosen so far. */
    public Selection goneOn(SelectionConfig config, Instant now) {
        if (status != Status.DELIVERED) {
            throw notDelivered();
        }
        if (config.over(now)) {
            throw closed();
        }
        return with(contact, Status.OPEN, round + 1, now, usedAt, null);
    }

    /** Whether the token still resumes it. */
    public boolean resumable(Instant now) {
        return now.isBefore(usedAt.plus(TOKEN_LASTS));
    }

    /** Whether a use now is worth noting. */
    public boolean wantsNoting(Instant now, int provenVersion) {
        return !now.isBefore(usedAt.plus(NOTED_EVERY)) || provenVersion != passwordVersion;
    }

    /** The same, used now by somebody who knows that version of the link's password. */
    public Selection used(Instant now, int provenVersion) {
        return new Selection(id, shareId, tokenHash, provenVersion, contact, status, round, createdAt, updatedAt, now,
                submittedAt, version);
    }

    private Selection with(
            Contact who, Status next, int inRound, Instant now, Instant used, @Nullable Instant submitted) {
        return new Selection(id, shareId, tokenHash, passwordVersion, who, next, inRound, createdAt, now, used, submitted, version);
    }

    private static RefusedException closed() {
        return conflict("selection-closed", "This selection is closed.");
    }

    private static RefusedException notDelivered() {
        return conflict("selection-not-delivered", "This selection is not delivered.");
    }

    private static RefusedException conflict(String code, String detail) {
        return new Refusal.Conflict(code, detail).thrown();
    }

    @Override
    public String toString() {
        return "Selection[" + id + ", " + status + "]";
    }
}
