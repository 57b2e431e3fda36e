package dev.albumen.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3PartsTest {

    private static final S3Parts PARTS = new S3Parts(S3Parts.LEAST);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5 << 20, (5 << 20) + 1, 10 << 20, (11 << 20) + 7})
    void areTheWholeFileInItsOrder(int size) throws Exception {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Path file = Files.write(folder.resolve("file"), bytes);
        List<FilePart> parts = PARTS.of(file);
        assertThat(parts).hasSize(Math.max(1, Math.ceilDiv(size, 5 << 20)));
        int offset = 0;
        for (FilePart part : parts) {
            assertThat(part.offset()).isEqualTo(offset);
            assertThat(read(part)).isEqualTo(Arrays.copyOfRange(bytes, offset, offset + (int) part.byteSize()));
            offset += (int) part.byteSize();
        }
        assertThat(offset).isEqualTo(size);
        assertThat(Draft.of(file, PARTS, ChecksumMode.WHEN_SUPPORTED).byteSize()).isEqualTo(size);
    }

    private static byte[] read(FilePart part) throws IOException {
        try (InputStream stream = part.open()) {
            byte[] all = stream.readAllBytes();
            assertThat(stream.read()).isEqualTo(-1);
            return all;
        }
    }

    @Test
    void areSoLargeThatTheyAreNotTooMany() {
        assertThat(S3Parts.USUAL.sizeFor(5L << 30)).isEqualTo(64L << 20);
        for (long size : List.of(640_000L << 20, (640_000L << 20) + 1, 5L << 40)) {
            long each = S3Parts.USUAL.sizeFor(size);
            assertThat(Math.ceilDiv(size, each)).isBetween(5_000L, S3Parts.MOST_PARTS);
            assertThat(each).isLessThanOrEqualTo(5L << 30);
        }
    }

    @Test
    void areNotSmallerThanStoresTake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new S3Parts(S3Parts.LEAST - 1));
    }
}
