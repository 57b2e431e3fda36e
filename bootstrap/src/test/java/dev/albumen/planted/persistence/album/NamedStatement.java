package dev.albumen.planted.persistence.album;

/** A statement as it should be, to be left alone. */
public final class NamedStatement {

    private static final String ALL = "SELECT title FROM album ORDER BY title";

    public String all() {
        return ALL;
    }
}
