package dev.albumen.application.user;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every account there is. Used inside a transaction of the caller; what changes something, inside one that writes. */
public interface Users {

    /**
     * Adds an account.
     *
     * @throws RefusedException {@code Conflict} with {@code username-taken} or {@code email-taken}
     */
    void add(User user, PasswordHash hash);

    Optional<User> find(UserId id);

    /** {@link #find}, and nobody else changes the account before the transaction ends. */
    Optional<User> lock(UserId id);

    Optional<User> named(Username username);

    /**
     * The account and its password's hash.
     *
     * @param login a username or an e-mail address, in its normalised form
     */
    Optional<Credentials> credentials(String login);

    /** {@link #credentials(String)} of a known account. */
    Optional<Credentials> credentials(UserId id);

    /** {@link #credentials(UserId)}, locked as by {@link #lock}. */
    Optional<Credentials> lockCredentials(UserId id);

    /**
     * Writes an account that was read before: everything but id, username and creation time.
     *
     * @return it as it is now, with the next version
     * @throws dev.albumen.application.shared.LostRaceException where its version is no longer the stored one, or it is gone
     * @throws RefusedException {@code Conflict} with {@code email-taken}
     */
    User save(User user);

    /** Replaces the password's hash and nothing else. */
    void setHash(UserId id, PasswordHash hash);

    /**
     * Accounts, the newest first.
     *
     * @param words part of a username, e-mail address or display name, in any case; empty for all
     */
    Page<User> list(String words, PageRequest page);

    /** How many active accounts have the role; no other transaction changes one of them before this one ends. */
    int lockActive(Role role);

    /** Whether there is any account at all. */
    boolean any();

    /** Accounts whose grace is over, at most so many. */
    List<User> deletionDue(Instant now, int limit);

    /** Deletes an account with all it holds. One that is not there is no error. */
    void delete(UserId id);

    /** What a sign-in is checked against. */
    record Credentials(User user, PasswordHash hash) {}
}
