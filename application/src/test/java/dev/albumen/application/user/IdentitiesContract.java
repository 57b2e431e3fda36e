package dev.albumen.application.user;

import static dev.albumen.application.user.UserBuilder.NOON;
import static dev.albumen.application.user.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.user.ExternalId;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.User;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of identities does. */
public abstract class IdentitiesContract {

    private static final ExternalId HERS = new ExternalId("https://id.example.org", "4711");
    private static final ExternalId AT_ANOTHER = new ExternalId("https://id.example.net", "4711");

    private final User ada = aUser("ada").build();
    private final User bob = aUser("bob").build();
    private Identities identities;
    private Transactions transactions;

    /** An empty store; every call gives the same one. */
    protected abstract Identities identities();

    /** The accounts that the identities are of. */
    protected abstract Users users();

    protected abstract Transactions transactions();

    @BeforeEach
    void open() {
        identities = identities();
        transactions = transactions();
        transactions.writing(() -> List.of(ada, bob).forEach(user -> users().add(user, new PasswordHash("$x$1"))));
    }

    @Test
    void knowsWhoseItIsByIssuerAndSubjectTogether() {
        assertThat(add(HERS, ada)).isTrue();

        assertThat(transactions.read(() -> identities.find(HERS))).contains(ada.id());
        assertThat(transactions.read(() -> identities.find(AT_ANOTHER))).isEmpty();
        assertThat(transactions.read(() -> identities.find(new ExternalId(HERS.issuer(), "4712")))).isEmpty();
    }

    @Test
    void tellsLettersApart() {
        add(new ExternalId("https://id.example.org", "abc"), ada);

        assertThat(transactions.read(() -> identities.find(new ExternalId("https://id.example.org", "ABC")))).isEmpty();
    }

    @Test
    void givesNoneAway() {
        add(HERS, ada);

        assertThat(add(HERS, bob)).isFalse();
        assertThat(add(HERS, ada)).isFalse();
        assertThat(transactions.read(() -> identities.find(HERS))).contains(ada.id());
    }

    @Test
    void listsAUsersOwn() {
        add(HERS, ada);
        add(AT_ANOTHER, bob);

        assertThat(transactions.read(() -> identities.of(ada.id()))).containsExactly(new Identities.Connected(HERS, ada.id(), "main", NOON));
    }

    @Test
    void removesItFromItsOwnerAlone() {
        add(HERS, ada);

        assertThat(transactions.write(() -> identities.remove(bob.id(), HERS))).isFalse();
        assertThat(transactions.write(() -> identities.remove(ada.id(), HERS))).isTrue();
        assertThat(transactions.write(() -> identities.remove(ada.id(), HERS))).isFalse();
        assertThat(add(HERS, bob)).isTrue();
    }

    @Test
    void forgetsThoseOfADeletedAccount() {
        add(HERS, ada);
        transactions.writing(() -> users().delete(ada.id()));

        assertThat(transactions.read(() -> identities.find(HERS))).isEmpty();
    }

    private boolean add(ExternalId id, User user) {
        return transactions.write(() -> identities.add(new Identities.Connected(id, user.id(), "main", NOON)));
    }
}
