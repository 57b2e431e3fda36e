package dev.albumen.application.user;

import static dev.albumen.application.user.UserBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.SequentialIds;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import org.junit.jupiter.api.Test;

/** What every store of foreign tokens does. */
public abstract class ForeignTokensContract {

    private static final Sha256 TOKEN = Sha256.of("token");

    private final SequentialIds ids = new SequentialIds();

    /** An empty store; every call gives the same one. */
    protected abstract ForeignTokens tokens();

    protected abstract Transactions transactions();

    @Test
    void knowsTheOneSessionThatATokenBegan() {
        SessionId first = new SessionId(ids.next());

        assertThat(transactions().read(() -> tokens().session(TOKEN))).isEmpty();
        assertThat(add(TOKEN, first)).isTrue();
        assertThat(add(TOKEN, new SessionId(ids.next()))).isFalse();
        assertThat(transactions().read(() -> tokens().session(TOKEN))).contains(first);
        assertThat(transactions().read(() -> tokens().session(Sha256.of("other")))).isEmpty();
    }

    @Test
    void forgetsWhatIsOver() {
        add(TOKEN, new SessionId(ids.next()));

        assertThat(transactions().write(() -> tokens().purge(NOON.minusMillis(1)))).isZero();
        assertThat(transactions().write(() -> tokens().purge(NOON))).isOne();
        assertThat(transactions().read(() -> tokens().session(TOKEN))).isEmpty();
    }

    private boolean add(Sha256 token, SessionId session) {
        return transactions().write(() -> tokens().add(token, session, NOON));
    }
}
