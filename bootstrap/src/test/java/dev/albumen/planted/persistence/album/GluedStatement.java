package dev.albumen.planted.persistence.album;

/** A statement with a value glued into it. */
public final class GluedStatement {

    public String one(String title) {
        return "DELETE FROM album WHERE title = '" + title + "'";
    }
}
