package dev.albumen.application.user;

import static dev.albumen.application.user.UserBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.user.SigningKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of signing keys does. */
public abstract class SigningKeysContract {

    private SigningKeys keys;
    private Transactions transactions;

    /** An empty store; every call gives the same one. */
    protected abstract SigningKeys keys();

    protected abstract Transactions transactions();

    @BeforeEach
    void open() {
        keys = keys();
        transactions = transactions();
    }

    @Test
    void hasNoneBeforeTheFirst() {
        assertThat(transactions.read(keys::current)).isEmpty();
        assertThat(since(Instant.EPOCH)).isEmpty();
    }

    @Test
    void keepsTheFirstAsItIs() {
        SigningKey key = key("a");
        transactions.writing(() -> keys.addFirst(key));

        assertThat(transactions.read(keys::current)).get().usingRecursiveComparison().isEqualTo(key);
    }

    @Test
    void addsNoSecondFirst() {
        transactions.writing(() -> keys.addFirst(key("a")));
        transactions.writing(() -> keys.addFirst(key("b")));

        assertThat(transactions.read(keys::current)).get().extracting(SigningKey::kid).isEqualTo("a");
        assertThat(since(Instant.EPOCH)).containsExactly("a");
    }

    @Test
    void remembersWhatItReplacedUntilItsTokensAreOver() {
        transactions.writing(() -> keys.addFirst(key("a")));
        transactions.writing(() -> keys.replaceCurrent(key("b"), NOON.plusSeconds(10)));

        assertThat(transactions.read(keys::current)).get().extracting(SigningKey::kid).isEqualTo("b");
        assertThat(since(NOON)).containsExactly("b", "a");
        assertThat(since(NOON.plusSeconds(10))).containsExactly("b");
    }

    private List<String> since(Instant time) {
        return transactions.read(() -> keys.since(time)).stream().map(SigningKey::kid).toList();
    }

    private static SigningKey key(String kid) {
        return new SigningKey(kid, new byte[] {1, 2}, new byte[] {3, 4}, NOON, null);
    }
}
