package dev.albumen.bootstrap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.albumen.application.shared.InMemoryKeyMarks;
import dev.albumen.application.shared.KeyMarks;
import dev.albumen.bootstrap.home.Home;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.settings.StartRefused;
import dev.albumen.persistence.shared.InstanceKey;
import dev.albumen.persistence.shared.InstanceSecrets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameKeyTest {

    private static final String FIRST = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER = "HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    private Path folder;

    private final KeyMarks marks = new InMemoryKeyMarks();

    private void start(String key, Map<String, String> environment) {
        try (Home home = Home.open(folder.toString())) {
            SameKey.require(Settings.read(environment, Map.of()), home, new InstanceSecrets(InstanceKey.parse(key)), marks);
        }
    }

    @Test
    void takesAnyKeyFirstAndThatOneEverAfter() {
        assertThatCode(() -> {
            start(FIRST, Map.of());
            start(FIRST, Map.of());
            start(FIRST, Map.of("ALBUMEN_SECRET_KEY", FIRST));
        }).doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherAndNamesWhereItCameFrom() {
        start(FIRST, Map.of());

        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> start(OTHER, Map.of("ALBUMEN_SECRET_KEY", OTHER)))
                .withMessage("ALBUMEN_SECRET_KEY: it is not the key that this database was first started with; put that one back");
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> start(OTHER, Map.of()))
                .withMessage("ALBUMEN_SECRET_KEY: it is not set, and " + folder.resolve("secret.key")
                        + " is not the key that this database was first started with; put that one back");
    }
}
