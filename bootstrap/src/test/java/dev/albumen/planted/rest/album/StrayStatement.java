package dev.albumen.planted.rest.album;

/** A statement outside the adapter that speaks to the database. */
public final class StrayStatement {

    public String all() {
        return "SELECT title FROM album";
    }
}
