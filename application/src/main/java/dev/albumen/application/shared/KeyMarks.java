package dev.albumen.application.shared;

/** What the database remembers of the instance's key, which itself lives outside of it: a mark that tells nothing of the key. */
public interface KeyMarks {

    /**
     * Keeps a mark where none is kept yet, and for good.
     *
     * @return the mark that is kept now; of several that come at once, all get the same
     * @throws DependencyException where the database does not answer
     */
    String keepFirst(String mark);
}
