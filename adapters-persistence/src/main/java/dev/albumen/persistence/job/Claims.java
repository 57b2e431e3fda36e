package dev.albumen.persistence.job;

import com.github.kagkarlsson.scheduler.SchedulerName;
import dev.albumen.persistence.shared.Sql;
import java.util.UUID;

/** The rows that one node has claimed. Who gives them back raises their versions, so that a late try commits nothing. */
final class Claims {

    private static final String HAND_BACK = """
            UPDATE jobs SET picked = false, picked_by = NULL, last_heartbeat = NULL, version = version + 1
            WHERE picked AND picked_by = ?
            """;
    private static final int SUFFIX = 8;

    private final Sql sql;
    /** Several nodes may run on one machine, and a node that starts again must not pass for the one before. */
    private final String node =
            new SchedulerName.Hostname().getName() + "-" + UUID.randomUUID().toString().substring(0, SUFFIX);

    Claims(Sql sql) {
        this.sql = sql;
    }

    /** The name that claims are made in. */
    String node() {
        return node;
    }

    /** Lets others have all that this node has claimed, and says how many. */
    int handBack() {
        return sql.change(HAND_BACK, node);
    }
}
