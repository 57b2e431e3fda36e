package dev.albumen.persistence.shared;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Throws connections away that lead to a server which takes no writes, as after a failover. Without this they would stay
 * in the pool, which takes that error for the statement's, until they are old. Made by the pool, by name.
 */
public final class ReadOnlyEviction implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return Failures.READ_ONLY.equals(failure.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
