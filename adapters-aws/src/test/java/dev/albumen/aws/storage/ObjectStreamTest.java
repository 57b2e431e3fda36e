package dev.albumen.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

class ObjectStreamTest {

    private static final int SIZE = 200_000;

    private final AtomicBoolean dropped = new AtomicBoolean();

    @Test
    void dropsTheConnectionWhereMuchIsStillToCome() throws Exception {
        ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[SIZE]);
        try (InputStream object = over(bytes)) {
            object.readNBytes(1_000);
        }
        assertThat(dropped).isTrue();
        assertThat(bytes.available()).isEqualTo(SIZE - 1_000);
    }

    @Test
    void keepsTheConnectionWhereLittleIsLeft() throws Exception {
        try (InputStream object = over(new ByteArrayInputStream(new byte[SIZE]))) {
            object.skipNBytes(100_000);
            object.readNBytes(99_000);
            assertThat(object.read()).isZero();
        }
        assertThat(dropped).isFalse();
    }

    @Test
    void tellsReadersOfAWrongChecksumAsOfAnyBrokenStream() throws Exception {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw SdkClientException.create("Data read has a different checksum than expected");
            }
        };
        try (InputStream object = over(broken)) {
            assertThatIOException().isThrownBy(object::read).withCauseInstanceOf(SdkClientException.class);
        }
    }

    private ObjectStream over(InputStream bytes) {
        GetObjectResponse response = GetObjectResponse.builder().contentLength((long) SIZE).build();
        return new ObjectStream(
                new ResponseInputStream<>(response, AbortableInputStream.create(bytes, () -> dropped.set(true))), () -> { });
    }
}
