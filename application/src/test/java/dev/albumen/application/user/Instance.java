package dev.albumen.application.user;

import dev.albumen.application.audit.InMemoryAuditTrail;
import dev.albumen.application.shared.FakeSecrets;
import dev.albumen.application.shared.InMemoryThrottle;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.SequentialIds;
import dev.albumen.application.shared.SequentialTokens;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Password;
import dev.albumen.domain.user.RegistrationMode;
import dev.albumen.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The use cases of accounts on ports in memory, with a clock that a test moves. */
final class Instance {

    static final String PASSWORD = "quiet lantern over 7 hills";
    static final String ADDRESS = "192.0.2.1";

    private Instant now = UserBuilder.NOON;
    final InstantSource clock = () -> now;
    final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryUsers users = new InMemoryUsers();
    final InMemorySessions sessions = new InMemorySessions(users);
    final InMemoryIdentities identities = new InMemoryIdentities(users);
    final InMemoryForeignTokens foreign = new InMemoryForeignTokens();
    final InMemoryGroups groups = new InMemoryGroups(transactions);
    final InMemoryGroupMembers members = new InMemoryGroupMembers(transactions, groups, users::find);
    final InMemoryInvites invites = new InMemoryInvites();
    final InMemorySigningKeys keys = new InMemorySigningKeys();
    final FakePasswordHasher hasher = new FakePasswordHasher();
    final InMemoryThrottle throttle = new InMemoryThrottle(clock);
    final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    final List<User> opened = new ArrayList<>();
    final SequentialIds ids = new SequentialIds();
    final SequentialTokens tokens = new SequentialTokens();
    final AccountAudit audit = new AccountAudit(trail, clock);
    final AccountOpening opening = new AccountOpening(users, hasher, List.of(opened::add), ids, clock);
    final SessionStart start = new SessionStart(sessions, tokens, ids, clock);
    final GuessGuard guard = new GuessGuard(throttle, audit, transactions);
    final PasswordReplacing replacing = new PasswordReplacing(users, sessions, hasher, audit, clock);
    final AccountClosing closing = new AccountClosing(users, sessions, audit, clock);
    final SigningKeyring keyring = new SigningKeyring(keys, new FakeSecrets(), ids, clock, transactions);
    final SignIn signIn = new SignIn(SignInSettings.DEFAULT, users, hasher, guard, start, audit, transactions);
    final RefreshSession refresh = new RefreshSession(sessions, start, throttle, audit, transactions, clock);
    final ChangeUser changeUser = new ChangeUser(users, sessions, replacing, audit, transactions, clock);

    void pass(Duration time) {
        now = now.plus(time);
    }

    Register register(RegistrationMode mode) {
        return new Register(new IdentitySettings(mode, 1_000L), SignInSettings.DEFAULT, opening, invites, throttle, audit, transactions);
    }

    static Register.Command registration(String name, @Nullable String code) {
        return new Register.Command(new NewAccount(name, name + "@example.org", PASSWORD, null), code, ADDRESS);
    }

    /** An account with the usual password. */
    User user(String name, Role role) {
        User user = UserBuilder.aUser(name).withRole(role).build();
        users.add(user, hasher.hash(new Password(PASSWORD)));
        return user;
    }

    SignedIn signIn(String login, String password) {
        return signIn.handle(Viewer.ANONYMOUS, new SignIn.Command(login, password, ADDRESS, "curl/8"));
    }

    /** The user with a session of their own. */
    Viewer.Member viewer(User user) {
        SignedIn signedIn = start.start(user.id(), null);
        return new Viewer.Member(user.id(), user.role(), signedIn.session().id());
    }

    boolean alive(SessionId session) {
        return sessions.member(session, now).isPresent();
    }

    User read(UserId id) {
        return users.find(id).orElseThrow();
    }
}
