package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import java.time.Instant;

/** Shows anybody who stands behind a username. Accounts that are shut look like none. */
public final class ReadProfile {

    private final Users users;
    private final Transactions transactions;

    public ReadProfile(Users users, Transactions transactions) {
        this.users = users;
        this.transactions = transactions;
    }

    public record Query(String username) {}

    /** What of an account is for everybody. */
    public record Profile(UserId id, Username username, String displayName, Instant createdAt) {}

    public Profile handle(Viewer viewer, Query query) {
        if (!Username.violations("username", query.username()).isEmpty()) {
            throw Refusal.notFound();
        }
        Username username = Username.of(query.username());
        return transactions.read(() -> users.named(username))
                .filter(User::active)
                .map(user -> new Profile(user.id(), user.username(), user.displayName(), user.createdAt()))
                .orElseThrow(Refusal::notFound);
    }
}
