package dev.albumen.bootstrap.chaos;

import dev.albumen.bootstrap.process.Answer;
import java.util.List;
import java.util.Map;

/** What is there once a run is over and everything has come to rest. */
interface World {

    /** How many answer; they are asked by number, from 0. */
    int nodes();

    /**
     * Asks a node for something.
     *
     * @param account whose; {@link #NOBODY} for no account
     * @param path below the API's
     * @param headers names and values in turn
     */
    Answer get(int node, String account, String path, String... headers);

    /** Read from the database in one transaction. */
    Rows rows();

    /** Sizes of all blobs by their keys, as the storage itself lists them. */
    Map<String, Long> blobs();

    /** What the storage itself has under a key of {@link #blobs()}. */
    byte[] blob(String key);

    String NOBODY = "-";

    /** Ids of a list's items on all of its pages, in their order. */
    List<String> list(int node, String account, String path);
}
