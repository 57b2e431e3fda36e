package dev.albumen.persistence.label;

import dev.albumen.persistence.shared.Sql;

/**
 * Keeps the blocking of a name apart from whoever suggests labels: those who come after it see it, those who come before it
 * are seen by it. Held until the caller's transaction ends.
 */
final class BlockingLock {

    private static final String SHARE = "SELECT pg_advisory_xact_lock_shared(hashtextextended('blocked_labels', 0)) IS NULL AS held";
    private static final String TAKE = "SELECT pg_advisory_xact_lock(hashtextextended('blocked_labels', 0)) IS NULL AS held";

    private BlockingLock() {}

    /** For those who suggest or accept, any number at once, before they change labels. */
    static void share(Sql sql) {
        sql.one(SHARE, row -> row.flag("held"));
    }

    /** For whoever blocks. */
    static void take(Sql sql) {
        sql.requireTransaction();
        sql.one(TAKE, row -> row.flag("held"));
    }
}
