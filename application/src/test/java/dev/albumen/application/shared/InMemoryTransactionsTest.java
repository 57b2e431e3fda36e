package dev.albumen.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryTransactionsTest {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTable<String, Integer> table = transactions.table();

    @Test
    void keepsWhatCommits() {
        transactions.writing(() -> table.put("a", 1));

        assertThat(table.all()).containsExactly(Map.entry("a", 1));
    }

    @Test
    void rollsBackWhatFailsHoweverDeep() {
        transactions.writing(() -> table.put("a", 1));

        assertThatThrownBy(() -> transactions.writing(() -> {
            transactions.writing(() -> table.put("b", 2));
            table.remove("a");
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");

        assertThat(table.all()).containsExactly(Map.entry("a", 1));
    }

    @Test
    void refusesWritesOutsideAWriteTransaction() {
        assertThatThrownBy(() -> table.put("a", 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions.read(() -> table.remove("a"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions.read(() -> transactions.write(() -> 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void handsOutCopies() {
        transactions.writing(() -> table.put("a", 1));
        table.all().clear();

        assertThat(table.holds("a")).isTrue();
    }
}
