package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.albumen.application.shared.DependencyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceKeyFileTest {

    private static final String KEY = "+/+/AwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("home/instance.key");
    }

    @Nested
    class Creating {

        @Test
        void makesAKeyThatLastsAndThatOnlyItsOwnerReads() throws Exception {
            InstanceKey made = new InstanceKeyFile(file).readOrCreate();
            assertThat(new InstanceKeyFile(file).readOrCreate().bytes()).isEqualTo(made.bytes()).hasSize(32);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            try (Stream<Path> all = Files.list(file.getParent())) {
                assertThat(all).containsExactly(file);
            }
        }

        @Test
        void givesOneKeyToAllThatStartAtOnce() throws Exception {
            CyclicBarrier start = new CyclicBarrier(8);
            Callable<String> first = () -> {
                start.await();
                return new InstanceKeyFile(file).readOrCreate().base64();
            };
            Set<String> keys = new HashSet<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<String> key : threads.invokeAll(Collections.nCopies(8, first))) {
                    keys.add(key.get());
                }
            }
            assertThat(keys).hasSize(1);
        }

        @Test
        void saysWhichFileCannotBeMade() throws Exception {
            Files.writeString(file.getParent(), "a file where the folder should be");
            assertThatExceptionOfType(DependencyException.class)
                    .isThrownBy(() -> new InstanceKeyFile(file).readOrCreate()).withMessageContaining(file.toString());
        }
    }

    @Nested
    class Reading {

        @ParameterizedTest
        @ValueSource(strings = {"", "\n", "AAECAwQFBgcICQoLDA0ODw==", "!!!", KEY + KEY, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gIQ=="})
        void refusesABrokenFileAndLeavesItAsItIs(String text) throws Exception {
            Files.createDirectory(file.getParent());
            Files.writeString(file, text);
            assertThatExceptionOfType(DependencyException.class)
                    .isThrownBy(() -> new InstanceKeyFile(file).readOrCreate())
                    .withMessageContaining(file.toString()).withMessageContaining("broken");
            assertThat(file).hasContent(text);
        }

        @Test
        void refusesAFolder() throws Exception {
            Files.createDirectories(file);
            assertThatExceptionOfType(DependencyException.class)
                    .isThrownBy(() -> new InstanceKeyFile(file).readOrCreate()).withMessageContaining(file.toString());
        }
    }

    @Nested
    class Settings {

        @ParameterizedTest
        @ValueSource(strings = {KEY, KEY + "\n", "  " + KEY, "-_-_AwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"})
        void takeEitherAlphabetWithOrWithoutPadding(String text) {
            assertThat(InstanceKey.parse(text).bytes()).isEqualTo(Base64.getDecoder().decode(KEY));
        }

        @Test
        void neverRepeatTheKey() {
            assertThatIllegalArgumentException().isThrownBy(() -> InstanceKey.parse(KEY + "secret"))
                    .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("secret", "AwQF"))
                    .withNoCause();
            assertThat(InstanceKey.parse(KEY).toString()).doesNotContain("AwQF");
        }
    }
}
