package dev.albumen.application.user;

import dev.albumen.application.shared.Ids;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.Password;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How every account begins, whoever makes it: with all that other features give it, or not at all. */
public final class AccountOpening {

    private final Users users;
    private final PasswordHasher hasher;
    private final List<AccountOpened> others;
    private final Ids ids;
    private final InstantSource clock;

    public AccountOpening(Users users, PasswordHasher hasher, List<AccountOpened> others, Ids ids, InstantSource clock) {
        this.users = users;
        this.hasher = hasher;
        this.others = List.copyOf(others);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Checks and hashes, which is slow and so happens outside the transaction.
     *
     * @return what to run inside it
     */
    Prepared prepare(NewAccount form, Role role, @Nullable Long quotaBytes) {
        form.check();
        User user = User.drafted(
                new UserId(ids.next()),
                new User.Draft(Username.of(form.username()), EmailAddress.of(form.email()), form.displayName(), role, quotaBytes),
                clock.instant());
        var hash = hasher.hash(new Password(form.password()));
        return new Prepared(user, () -> {
            users.add(user, hash);
            others.forEach(other -> other.opened(user));
        });
    }

    /**
     * An account about to be opened.
     *
     * @param open adds it; runs inside the caller's transaction
     */
    record Prepared(User user, Runnable open) {}
}
