package dev.albumen.bootstrap.database;

import dev.albumen.bootstrap.settings.Setting;
import dev.albumen.bootstrap.settings.StartRefused;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;

/** Says what kept the schema from being changed, where that is a lock that somebody else holds. */
public final class LockedSchema {

    /** PostgreSQL's {@code lock_not_available}. */
    private static final String STATE = "55P03";
    private static final Pattern SCRIPT = Pattern.compile("V[0-9_]+__\\w+\\.sql");

    private LockedSchema() {}

    /**
     * Empty where a start failed for another reason.
     *
     * @param setting that names the database
     */
    public static Optional<StartRefused> of(Throwable failure, Setting setting) {
        boolean waitedInVain = causes(failure).anyMatch(cause -> cause instanceof SQLException sql && STATE.equals(sql.getSQLState()));
        Optional<Throwable> change = causes(failure).filter(FlywayException.class::isInstance).findFirst().filter(any -> waitedInVain);
        return change.map(any -> new StartRefused(setting.variable(), "the schema could not be changed" + script(any)
                + ", because another session of the database held a lock for too long; end that session (pg_stat_activity lists them all),"
                + " or wait until it is done, and start again"));
    }

    private static String script(Throwable change) {
        return SCRIPT.matcher(String.valueOf(change.getMessage())).results().findFirst().map(MatchResult::group)
                .map(name -> " by " + name).orElse("");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
