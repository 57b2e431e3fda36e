package dev.albumen.application.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link Secrets} does. */
public abstract class SecretsContract {

    private Secrets secrets;

    /** Secrets of one key; every call gives the same ones. */
    protected abstract Secrets secrets();

    @BeforeEach
    void open() {
        secrets = secrets();
    }

    @Nested
    class Signing {

        @Test
        void givesAnHmacInBase64Url() {
            String signature = secrets.sign("thumbnails", "a message");
            assertThat(signature).matches("[A-Za-z0-9_-]{43}");
            assertThat(Base64.getUrlDecoder().decode(signature)).hasSize(32);
        }

        @Test
        void isTheSameForEveryHolderOfTheKey() {
            assertThat(secrets.sign("p", "m")).isEqualTo(secrets.sign("p", "m")).isEqualTo(secrets().sign("p", "m"));
        }

        @Test
        void dependsOnPurposeAndMessage() {
            assertThat(List.of(
                    secrets.sign("p", "m"), secrets.sign("p", "n"), secrets.sign("q", "m"),
                    secrets.sign("pm", ""), secrets.sign("p", "m\0"), secrets.sign("p", "\u00fc")))
                    .doesNotHaveDuplicates();
        }

        @Test
        void acceptsItsOwnSignatures() {
            assertThat(secrets.isSigned("p", "m", secrets.sign("p", "m"))).isTrue();
        }

        @Test
        void refusesASignatureForSomethingElse() {
            assertThat(secrets.isSigned("p", "n", secrets.sign("p", "m"))).isFalse();
            assertThat(secrets.isSigned("q", "m", secrets.sign("p", "m"))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "=", "\u0000", "%%%", "\uD83D\uDCA9", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
        void refusesWhatIsNoSignature(String hostile) {
            assertThat(secrets.isSigned("p", "m", hostile)).isFalse();
        }

        @Test
        void refusesOtherSpellingsOfASignature() {
            String signature = secrets.sign("p", "m");
            // The last character ends in two bits that decoding drops, so its neighbour decodes to the same bytes.
            char twin = (char) (signature.charAt(42) + 1);
            assertThat(secrets.isSigned("p", "m", signature + "=")).isFalse();
            assertThat(secrets.isSigned("p", "m", signature.substring(0, 42) + twin)).isFalse();
            assertThat(secrets.isSigned("p", "m", signature.substring(0, 42))).isFalse();
            assertThat(secrets.isSigned("p", "m", " " + signature)).isFalse();
        }

        @Test
        void holdsUnderManyThreads() throws Exception {
            List<String> messages = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
            List<String> alone = messages.stream().map(message -> secrets.sign("threads", message)).toList();
            Secrets fresh = secrets();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<List<String>> signAll =
                        () -> messages.stream().map(message -> fresh.sign("threads", message)).toList();
                for (Future<List<String>> together : threads.invokeAll(List.of(signAll, signAll, signAll, signAll))) {
                    assertThat(together.get()).isEqualTo(alone);
                }
            }
        }
    }

    @Nested
    class Encrypting {

        private final byte[] clear = "what nobody else may read, longer than one block".getBytes(UTF_8);

        @Test
        void isUndoneByDecrypting() {
            assertThat(secrets().decrypt("p", secrets.encrypt("p", clear))).isEqualTo(clear);
            assertThat(secrets.decrypt("p", secrets.encrypt("p", new byte[0]))).isEmpty();
        }

        @Test
        void givesAnotherCipherEveryTime() {
            assertThat(secrets.encrypt("p", clear)).isNotEqualTo(secrets.encrypt("p", clear));
        }

        @Test
        void showsNothingOfTheText() {
            assertThat(new String(secrets.encrypt("p", clear), UTF_8)).doesNotContain("nobody");
        }

        @Test
        void refusesAnotherPurpose() {
            byte[] cipher = secrets.encrypt("p", clear);
            assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> secrets.decrypt("q", cipher));
        }

        @Test
        void refusesACipherWithOneBitChanged() {
            byte[] cipher = secrets.encrypt("p", clear);
            for (int i = 0; i < cipher.length; i++) {
                byte[] changed = cipher.clone();
                changed[i] ^= 1;
                assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> secrets.decrypt("p", changed));
            }
        }

        @Test
        void refusesACipherThatIsCutOrLengthened() {
            byte[] cipher = secrets.encrypt("p", clear);
            for (int length : new int[] {0, 1, 12, 28, cipher.length - 1, cipher.length + 1}) {
                byte[] other = Arrays.copyOf(cipher, length);
                assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> secrets.decrypt("p", other));
            }
        }
    }
}
