package dev.albumen.rest.user;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.audit.InMemoryAuditTrail;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.InMemoryReplays;
import dev.albumen.application.shared.InMemoryThrottle;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.Replays;
import dev.albumen.application.shared.SequentialIds;
import dev.albumen.application.shared.SequentialTokens;
import dev.albumen.application.shared.Throttle;
import dev.albumen.application.shared.Tokens;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.FakePasswordHasher;
import dev.albumen.application.user.IdentitySettings;
import dev.albumen.application.user.InMemoryInvites;
import dev.albumen.application.user.InMemorySessions;
import dev.albumen.application.user.InMemorySigningKeys;
import dev.albumen.application.user.InMemoryStorageQuota;
import dev.albumen.application.user.InMemoryUsers;
import dev.albumen.application.user.Invites;
import dev.albumen.application.user.PasswordHasher;
import dev.albumen.application.user.Sessions;
import dev.albumen.application.user.SigningKeys;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.application.user.Users;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What the use cases of accounts stand on, in memory. */
@Factory
class IdentityBeans {

    @Singleton
    Transactions transactions() {
        return new InMemoryTransactions();
    }

    @Singleton
    Replays replays(Transactions transactions) {
        return new InMemoryReplays((InMemoryTransactions) transactions);
    }

    @Singleton
    Ids ids() {
        return new SequentialIds();
    }

    @Singleton
    Tokens tokens() {
        return new SequentialTokens();
    }

    @Singleton
    Throttle throttle(InstantSource clock) {
        return new InMemoryThrottle(clock);
    }

    @Singleton
    AuditTrail audit() {
        return new InMemoryAuditTrail();
    }

    @Singleton
    Users users() {
        return new InMemoryUsers();
    }

    @Singleton
    Sessions sessions(Users users) {
        return new InMemorySessions(users);
    }

    @Singleton
    SigningKeys keys() {
        return new InMemorySigningKeys();
    }

    @Singleton
    Invites invites() {
        return new InMemoryInvites();
    }

    @Singleton
    StorageQuota quota(Users users) {
        return new InMemoryStorageQuota(users);
    }

    @Singleton
    PasswordHasher hasher() {
        return new FakePasswordHasher();
    }

    @Singleton
    IdentitySettings settings() {
        return IdentitySettings.DEFAULT;
    }
}
