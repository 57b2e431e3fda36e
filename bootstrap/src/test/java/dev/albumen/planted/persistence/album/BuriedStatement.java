package dev.albumen.planted.persistence.album;

/** A statement in the midst of code. */
public final class BuriedStatement {

    public String all() {
        return "SELECT title FROM album";
    }

    public String one(String title) {
        return "DELETE FROM album WHERE title = '" + title + "'";
    }
}
