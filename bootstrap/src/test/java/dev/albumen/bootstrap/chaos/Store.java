package dev.albumen.bootstrap.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Where the nodes of a run keep blobs. */
interface Store extends AutoCloseable {

    /** Settings of the nodes by their environment names. */
    Map<String, String> settings();

    /** Gets the home of a node ready, which exists. */
    void prepare(Path home) throws IOException;

    /** Whether requests to it meet with trouble; where there is no network between, nothing changes. */
    void trouble(boolean on);

    /** How many requests met with trouble. */
    int troubles();

    @Override
    void close() throws Exception;
}
