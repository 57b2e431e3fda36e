package dev.albumen.application.user;

import static dev.albumen.application.user.UserBuilder.NOON;
import static dev.albumen.application.user.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.SequentialIds;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.user.Invite;
import dev.albumen.domain.user.InviteId;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of invites does. */
public abstract class InvitesContract {

    private static final Sha256 CODE = Sha256.of("code");

    private final SequentialIds ids = new SequentialIds();
    private final User ada = aUser("ada").build();
    private Invites invites;
    private Transactions transactions;

    /** An empty store; every call gives the same one. */
    protected abstract Invites invites();

    /** The accounts that invites are made and used by. */
    protected abstract Users users();

    protected abstract Transactions transactions();

    @BeforeEach
    void open() {
        invites = invites();
        transactions = transactions();
        transactions.writing(() -> users().add(ada, new PasswordHash("$x$1")));
    }

    @Test
    void isUsedOnce() {
        Invite invite = added(CODE);

        assertThat(use(CODE, NOON)).isTrue();
        assertThat(use(CODE, NOON)).isFalse();
        assertThat(transactions.read(() -> invites.find(invite.id())))
                .contains(new Invite(invite.id(), ada.id(), NOON, invite.expiresAt(), ada.id(), NOON));
    }

    @Test
    void isUsedByAnAccountThatComesLater() {
        added(CODE);
        User bob = aUser("bob").build();

        transactions.writing(() -> {
            assertThat(invites.use(CODE, bob.id(), NOON)).isTrue();
            users().add(bob, new PasswordHash("$x$1"));
        });
    }

    @Test
    void isNotUsedWithAnotherCodeOrTooLate() {
        added(CODE);

        assertThat(use(Sha256.of("other"), NOON)).isFalse();
        assertThat(use(CODE, NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void listsTheNewestFirstInPages() {
        Invite older = added(CODE);
        Invite newer = added(Sha256.of("other"));

        var page = transactions.read(() -> invites.list(PageRequest.first(1)));
        assertThat(page.items()).containsExactly(newer);
        assertThat(transactions.read(() -> invites.list(new PageRequest(1, page.next()))).items()).containsExactly(older);
    }

    @Test
    void deletesOne() {
        Invite invite = added(CODE);

        assertThat(transactions.write(() -> invites.delete(invite.id()))).isTrue();
        assertThat(transactions.write(() -> invites.delete(invite.id()))).isFalse();
        assertThat(use(CODE, NOON)).isFalse();
    }

    private Invite added(Sha256 code) {
        Invite invite = Invite.open(new InviteId(ids.next()), ada.id(), NOON, Duration.ofSeconds(60));
        transactions.writing(() -> invites.add(invite, code));
        return invite;
    }

    private boolean use(Sha256 code, Instant now) {
        return transactions.write(() -> invites.use(code, ada.id(), now));
    }
}
