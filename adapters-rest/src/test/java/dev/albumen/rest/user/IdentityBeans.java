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
import dev.albumen.application.user.FakeIdentityProviders;
import dev.albumen.application.user.FakePasswordHasher;
import dev.albumen.application.user.ForeignTokens;
import dev.albumen.application.user.GroupMembers;
import dev.albumen.application.user.Groups;
import dev.albumen.application.user.Identities;
import dev.albumen.application.user.IdentityProvider;
import dev.albumen.application.user.IdentityProviders;
import dev.albumen.application.user.IdentitySettings;
import dev.albumen.application.user.InMemoryForeignTokens;
import dev.albumen.application.user.InMemoryGroupMembers;
import dev.albumen.application.user.InMemoryGroups;
import dev.albumen.application.user.InMemoryIdentities;
import dev.albumen.application.user.InMemoryInvites;
import dev.albumen.application.user.InMemorySessions;
import dev.albumen.application.user.InMemorySigningKeys;
import dev.albumen.application.user.InMemoryStorageQuota;
import dev.albumen.application.user.InMemoryUsers;
import dev.albumen.application.user.Invites;
import dev.albumen.application.user.PasswordHasher;
import dev.albumen.application.user.Sessions;
import dev.albumen.application.user.SignInSettings;
import dev.albumen.application.user.SigningKeys;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.application.user.Users;
import dev.albumen.domain.user.PasswordMode;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

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
    Identities identities(Users users) {
        return new InMemoryIdentities(users);
    }

    @Singleton
    ForeignTokens foreignTokens() {
        return new InMemoryForeignTokens();
    }

    @Singleton
    IdentityProviders providers(InstantSource clock) {
        return new FakeIdentityProviders(clock.instant().plusSeconds(3600), "main");
    }

    @Singleton
    SignInSettings signInSettings() {
        return new SignInSettings(PasswordMode.ON, List.of(new IdentityProvider(
                "main", "Main", IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.NEVER, Map.of(), Map.of())));
    }

    @Singleton
    Groups groups(Transactions transactions) {
        return new InMemoryGroups((InMemoryTransactions) transactions);
    }

    @Singleton
    GroupMembers groupMembers(Transactions transactions, Groups groups, Users users) {
        return new InMemoryGroupMembers((InMemoryTransactions) transactions, (InMemoryGroups) groups, users::find);
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
