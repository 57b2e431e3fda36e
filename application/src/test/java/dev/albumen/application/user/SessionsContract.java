package dev.albumen.application.user;

import static dev.albumen.application.user.UserBuilder.NOON;
import static dev.albumen.application.user.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.SequentialIds;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.Session;
import dev.albumen.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of sessions does. */
public abstract class SessionsContract {

    private static final Sha256 FIRST = Sha256.of("first");
    private static final Sha256 SECOND = Sha256.of("second");
    private static final Instant OVER = NOON.plus(Session.LIFE);

    private final SequentialIds ids = new SequentialIds();
    private final User ada = aUser("ada").withRole(Role.MODERATOR).build();
    private final User bob = aUser("bob").build();
    private Sessions sessions;
    private Transactions transactions;

    /** An empty store; every call gives the same one. */
    protected abstract Sessions sessions();

    /** The accounts that the sessions are of. */
    protected abstract Users users();

    protected abstract Transactions transactions();

    @BeforeEach
    void open() {
        sessions = sessions();
        transactions = transactions();
        transactions.writing(() -> List.of(ada, bob).forEach(user -> users().add(user, new PasswordHash("$x$1"))));
    }

    @Test
    void knowsWhoseSessionItIsWithTheRoleOfNow() {
        Session session = opened(ada, FIRST);
        assertThat(sessions.member(session.id(), NOON)).contains(new Viewer.Member(ada.id(), Role.MODERATOR, session.id()));

        save(Change.to(Role.USER), Change.keep());
        assertThat(sessions.member(session.id(), NOON)).contains(new Viewer.Member(ada.id(), Role.USER, session.id()));
    }

    @Test
    void knowsNobodyOfAnUnknownOrExpiredSession() {
        Session session = opened(ada, FIRST);

        assertThat(sessions.member(new SessionId(ids.next()), NOON)).isEmpty();
        assertThat(sessions.member(session.id(), OVER)).isEmpty();
        assertThat(sessions.member(session.id(), OVER.minusMillis(1))).isPresent();
    }

    @Test
    void knowsNobodyOfAnAccountThatIsDisabled() {
        Session session = opened(ada, FIRST);
        save(Change.keep(), Change.to(true));

        assertThat(sessions.member(session.id(), NOON)).isEmpty();
        assertThat(redeem(FIRST, NOON)).isEmpty();
    }

    @Test
    void knowsNobodyOfAnAccountThatIsClosed() {
        Session session = opened(ada, FIRST);
        transactions.write(() -> users().save(ada.closed(NOON)));

        assertThat(sessions.member(session.id(), NOON)).isEmpty();
    }

    @Test
    void forgetsTheSessionsOfADeletedAccount() {
        Session session = opened(ada, FIRST);
        transactions.writing(() -> users().delete(ada.id()));

        assertThat(sessions.member(session.id(), NOON)).isEmpty();
    }

    @Test
    void redeemsATokenUntilItIsSpent() {
        Session session = opened(ada, FIRST);
        Session renewed = session.renewed(NOON.plusSeconds(60));

        assertThat(redeem(FIRST, NOON)).contains(new Sessions.Redeemed(session, false));
        transactions.writing(() -> sessions.renew(renewed, FIRST, SECOND));
        assertThat(redeem(FIRST, NOON)).contains(new Sessions.Redeemed(renewed, true));
        assertThat(redeem(SECOND, OVER)).contains(new Sessions.Redeemed(renewed, false));
    }

    @Test
    void redeemsNothingUnknownOrOver() {
        opened(ada, FIRST);

        assertThat(redeem(SECOND, NOON)).isEmpty();
        assertThat(redeem(FIRST, OVER)).isEmpty();
    }

    @Test
    void listsAUsersOwnThatAreNotOver() {
        Session older = opened(ada, FIRST);
        Session newer = opened(ada, SECOND);
        opened(bob, Sha256.of("third"));

        var page = transactions.read(() -> sessions.of(ada.id(), NOON, PageRequest.first(1)));
        assertThat(page.items()).containsExactly(newer);
        assertThat(transactions.read(() -> sessions.of(ada.id(), NOON, new PageRequest(1, page.next()))).items()).containsExactly(older);
        assertThat(transactions.read(() -> sessions.of(ada.id(), OVER, PageRequest.first(5))).items()).isEmpty();
    }

    @Test
    void endsOneSessionWithItsTokens() {
        Session session = opened(ada, FIRST);
        Session other = opened(ada, SECOND);

        assertThat(transactions.write(() -> sessions.end(ada.id(), session.id()))).isTrue();
        assertThat(transactions.write(() -> sessions.end(ada.id(), session.id()))).isFalse();
        assertThat(sessions.member(session.id(), NOON)).isEmpty();
        assertThat(redeem(FIRST, NOON)).isEmpty();
        assertThat(sessions.member(other.id(), NOON)).isPresent();
    }

    @Test
    void endsNobodyElsesSession() {
        Session session = opened(ada, FIRST);

        assertThat(transactions.write(() -> sessions.end(bob.id(), session.id()))).isFalse();
        assertThat(sessions.member(session.id(), NOON)).isPresent();
    }

    @Test
    void endsAllSessionsOrAllButOne() {
        Session one = opened(ada, FIRST);
        Session two = opened(ada, SECOND);
        Session bobs = opened(bob, Sha256.of("third"));

        transactions.writing(() -> sessions.endOthers(ada.id(), two.id()));
        assertThat(sessions.member(one.id(), NOON)).isEmpty();
        assertThat(sessions.member(two.id(), NOON)).isPresent();
        transactions.writing(() -> sessions.endAll(ada.id()));
        assertThat(sessions.member(two.id(), NOON)).isEmpty();
        assertThat(sessions.member(bobs.id(), NOON)).isPresent();
    }

    @Test
    void purgesWhatIsOver() {
        opened(ada, FIRST);

        assertThat(transactions.write(() -> sessions.purge(OVER.minus(Duration.ofMillis(1))))).isZero();
        assertThat(transactions.write(() -> sessions.purge(OVER))).isOne();
    }

    private Session opened(User user, Sha256 token) {
        Session session = Session.opened(new SessionId(ids.next()), user.id(), "curl/8", NOON);
        transactions.writing(() -> sessions.add(session, token));
        return session;
    }

    private Optional<Sessions.Redeemed> redeem(Sha256 token, Instant now) {
        return transactions.write(() -> sessions.redeem(token, now));
    }

    private void save(Change<Role> role, Change<Boolean> disabled) {
        transactions.write(() -> users().save(
                ada.changed(new User.Patch(Change.keep(), Change.keep(), role, Change.keep(), disabled), NOON)));
    }
}
