package dev.albumen.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryTransactionsTest extends TransactionsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTable<String, Integer> table = transactions.table();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected void note(String text) {
        table.put(text, 1);
    }

    @Override
    protected List<String> noted() {
        return List.copyOf(table.all().keySet());
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
