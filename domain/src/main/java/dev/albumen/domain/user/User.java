package dev.albumen.domain.user;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Text;
import dev.albumen.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's account.
 *
 * @param displayName what others see, 1 to 100 characters
 * @param quotaBytes how much they may store; {@code null} is without limit
 * @param disabled shut out by an admin
 * @param deletionDueAt when the account and all it holds will be deleted; {@code null} unless it is being closed
 * @param passwordChangedAt when the password was last set
 * @param version countschanges, from 1
 */
public record User(
        UserId id,
        Username username,
        EmailAddress email,
        String displayName,
        Role role,
        @Nullable Long quotaBytes,
        boolean disabled,
        @Nullable Instant deletionDueAt,
        Instant passwordChangedAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** How long a closed account can still be restored. */
    public static final Duration DELETION_GRACE = Duration.ofDays(7);
    private static final int MAX_DISPLAY_NAME = 100;

    /**
     * What a new account is to be.
     *
     * @param displayName the username where missing
     */
    public record Draft(Username username, EmailAddress email, @Nullable String displayName, Role role, @Nullable Long quotaBytes) {}

    /** A new account. */
    public static User drafted(UserId id, Draft draft, Instant now) {
        String name = draft.displayName() == null ? draft.username().value() : draft.displayName();
        return new User(id, draft.username(), draft.email(), shown("/displayName", name), draft.role(),
                quota("/quotaBytes", draft.quotaBytes()), false, null, now, now, now, 1);
    }

    /** Whether it can be signed in to. */
    public boolean active() {
        return !disabled && deletionDueAt == null;
    }

    /** Refuses with {@code Stale} where a change was based on another version; {@code null} is any. */
    public void requireVersion(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Refusal.Stale().thrown();
        }
    }

    /** What may be changed. */
    public record Patch(
            Change<EmailAddress> email,
            Change<String> displayName,
            Change<Role> role,
            Change<Long> quotaBytes,
            Change<Boolean> disabled) {

        /** What people may change of their own account. */
        public static Patch own(Change<EmailAddress> email, Change<String> displayName) {
            return new Patch(email, displayName, Change.keep(), Change.keep(), Change.keep());
        }
    }

    /** The same account with the changes; what cannot be missing goes back to what a new account has. */
    public User changed(Patch patch, Instant now) {
        if (patch.email() instanceof Change.Clear<EmailAddress>) {
            throw Refusal.invalid("/email", "required", "An account has an e-mail address.");
        }
        return new User(
                id,
                username,
                patch.email().orKeep(email, email),
                shown("/displayName", patch.displayName().orKeep(displayName, username.value())),
                patch.role().orKeep(role, Role.USER),
                quota("/quotaBytes", patch.quotaBytes().orKeep(quotaBytes, null)),
                patch.disabled().orKeep(disabled, false),
                deletionDueAt,
                passwordChangedAt,
                createdAt,
                now,
                version);
    }

    /** Closed now, deleted when the grace is over. */
    public User closed(Instant now) {
        return with(deletionDueAt == null ? now.plus(DELETION_GRACE) : deletionDueAt, passwordChangedAt, now);
    }

    /** No longer about to be deleted. */
    public User restored(Instant now) {
        return with(null, passwordChangedAt, now);
    }

    /** With a password set just now. */
    public User withNewPassword(Instant now) {
        return with(deletionDueAt, now, now);
    }

    private User with(@Nullable Instant due, Instant passwordChanged, Instant now) {
        return new User(id, username, email, displayName, role, quotaBytes, disabled, due, passwordChanged, createdAt, now, version);
    }

    private static String shown(String pointer, String name) {
        return Text.line(pointer, name, MAX_DISPLAY_NAME);
    }

    private static @Nullable Long quota(String pointer, @Nullable Long bytes) {
        if (bytes != null && bytes < 0) {
            throw Refusal.invalid(pointer, "negative", "A quota is not negative.");
        }
        return bytes;
    }
}
