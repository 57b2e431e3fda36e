package dev.albumen.bootstrap.database;

/** A PostgreSQL that answers. */
public sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExistingDatabase {

    DatabaseAccess access();

    /** Stops what was started for it. */
    @Override
    void close();
}
