package dev.albumen.persistence.shared;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Once;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.TransactionException;
import io.micronaut.transaction.exceptions.UnexpectedRollbackException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads on one snapshot (REPEATABLE READ, READ ONLY), writes at READ COMMITTED with locks where they matter. */
@Singleton
final class PostgresTransactions implements Transactions {

    private static final long PAUSE_NANOS = 10_000_000;

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
        if (transactions.findTransactionStatus().isPresent()) {
            return work.get();
        }
        for (int tries = 1; ; tries++) {
            try {
                return within(TransactionDefinition.DEFAULT, Once.within(work), work);
            } catch (LostRaceException lost) {
                if (tries == TRIES) {
                    throw new Refusal.Stale().thrown();
                }
            } catch (BrokenOffException deadlock) {
                if (tries == TRIES) {
                    throw deadlock;
                }
            }
            pause(tries);
        }
    }

    /** Scattered, so that those who met once do not meet again. */
    private static void pause(int tries) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(tries * PAUSE_NANOS));
    }

    private <T> T within(TransactionDefinition definition, Supplier<T> outermost, Supplier<T> joining) {
        if (transactions.findTransactionStatus().isPresent()) {
            return joining.get();
        }
        Noted<T> noted = new Noted<>(outermost);
        try {
            return transactions.execute(definition, status -> noted.get());
        } catch (UnexpectedRollbackException e) {
            throw e;
        } catch (RuntimeException e) {
            if (noted.thrown != null) {
                throw definition == TransactionDefinition.READ_ONLY
                        ? Failures.translateOfReading(noted.thrown)
                        : Failures.translate(noted.thrown);
            }
            throw e instanceof TransactionException
                    ? new DependencyException("the database did not finish a transaction", e)
                    : Failures.translate(e);
        }
    }

    /** What work throws says more than that there was nothing left to roll back, as where its connection was thrown away. */
    private static final class Noted<T> implements Supplier<T> {

        private final Supplier<T> work;
        private @Nullable RuntimeException thrown;

        private Noted(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public T get() {
            try {
                return work.get();
            } catch (RuntimeException e) {
                thrown = e;
                throw e;
            }
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
