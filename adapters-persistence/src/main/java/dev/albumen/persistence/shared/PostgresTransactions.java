package dev.albumen.persistence.shared;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Transactions;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.TransactionException;
import io.micronaut.transaction.exceptions.UnexpectedRollbackException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

/** Reads on one snapshot (REPEATABLE READ, READ ONLY), writes at READ COMMITTED with locks where they matter. */
@Singleton
final class PostgresTransactions implements Transactions {

    private final TransactionOperations<Connection> transactions;

    PostgresTransactions(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T> T read(Supplier<T> work) {
        return within(TransactionDefinition.READ_ONLY, () -> {
            takeOneSnapshot();
            return work.get();
        }, work);
    }

    @Override
    public <T> T write(Supplier<T> work) {
        return within(TransactionDefinition.DEFAULT, work, work);
    }

    private <T> T within(TransactionDefinition definition, Supplier<T> outermost, Supplier<T> joining) {
        if (transactions.findTransactionStatus().isPresent()) {
            return joining.get();
        }
        try {
            return transactions.execute(definition, status -> outermost.get());
        } catch (UnexpectedRollbackException e) {
            throw e;
        } catch (TransactionException e) {
            throw new DependencyException("the database did not finish a transaction", e);
        } catch (RuntimeException e) {
            throw Failures.translate(e);
        }
    }

    // The driver's own way to set a level asks the server for the old one first and sets it back: two trips more.
    private void takeOneSnapshot() {
        try (Statement statement = transactions.getConnection().createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }
}
