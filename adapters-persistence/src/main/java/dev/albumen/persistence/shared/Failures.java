package dev.albumen.persistence.shared;

import dev.albumen.application.shared.DependencyException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells a database that is in trouble from a statement that is wrong. */
final class Failures {

    /** A serialization failure, and a deadlock. */
    private static final Set<String> BROKEN_OFF = Set.of("40001", "40P01");
    /** Of a server that takes no writes, such as one that was the primary until a failover. */
    static final String READ_ONLY = "25006";
    /** A lock or a transaction took too long, by a setting of the server or of ours. */
    private static final Set<String> TOO_LONG = Set.of("55P03", "25P03", "25P04");

    private Failures() {}

    /** The exception to throw for a failed statement. */
    static RuntimeException translate(SQLException failure) {
        if (BROKEN_OFF.contains(String.valueOf(failure.getSQLState()))) {
            return new BrokenOffException(failure);
        }
        if (isTrouble(failure)) {
            return new DependencyException("the database does not answer as it should", failure);
        }
        return constraintOf(failure)
                .<RuntimeException>map(name -> new ConstraintException(name, failure))
                .orElseGet(() -> new IllegalStateException("a statement failed", failure));
    }

    /** The same for what a library threw around a failed statement; anything else stays as it is. */
    static RuntimeException translate(RuntimeException thrown) {
        if (thrown instanceof DependencyException || thrown instanceof ConstraintException) {
            return thrown;
        }
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DependencyException broken) {
                return broken;
            }
            if (cause instanceof SQLException failure && (isTrouble(failure) || constraintOf(failure).isPresent())) {
                return translate(failure);
            }
        }
        return thrown;
    }

    /** The same for a transaction that was begun to read only, where a write is a bug and no trouble of the server's. */
    static RuntimeException translateOfReading(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure && READ_ONLY.equals(failure.getSQLState())) {
                return new IllegalStateException("a statement writes where only reading was asked for", failure);
            }
        }
        return translate(thrown);
    }

    private static boolean isTrouble(SQLException failure) {
        if (failure instanceof SQLTransientException) {
            return true;
        }
        String state = failure.getSQLState();
        if (state == null || state.length() != 5) {
            return true;
        }
        return switch (state.substring(0, 2)) {
            // connection, rollback for serialization or deadlock, resources, operator, system
            case "08", "40", "53", "57", "58" -> true;
            default -> TOO_LONG.contains(state) || state.equals(READ_ONLY);
        };
    }

    private static Optional<String> constraintOf(SQLException failure) {
        return failure instanceof PSQLException psql && "23".equals(psql.getSQLState().substring(0, 2))
                ? Optional.ofNullable(psql.getServerErrorMessage()).map(ServerErrorMessage::getConstraint)
                : Optional.empty();
    }
}
