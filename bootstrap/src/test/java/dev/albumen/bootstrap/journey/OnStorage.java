package dev.albumen.bootstrap.journey;

import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Client;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One service for all journeys on one storage. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OnStorage {

    private AlbumenProcess albumen;

    Client anyone;

    /** By their environment names. */
    abstract Map<String, String> settings() throws Exception;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        albumen = AlbumenProcess.start(home, settings());
        anyone = Client.of(albumen.awaitReady());
    }

    @AfterAll
    void stop() {
        albumen.close();
    }
}
