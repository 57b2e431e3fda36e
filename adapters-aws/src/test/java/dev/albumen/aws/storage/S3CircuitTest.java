package dev.albumen.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3CircuitTest {

    private final AtomicInteger calls = new AtomicInteger();

    private void fail(S3Circuit circuit, SdkException with, int times) {
        for (int i = 0; i < times; i++) {
            assertThatExceptionOfType(SdkException.class).isThrownBy(() -> circuit.call(() -> {
                calls.incrementAndGet();
                throw with;
            }));
        }
    }

    @Test
    void asksNoMoreWhileNothingComesOfIt() {
        S3Circuit circuit = new S3Circuit(Duration.ofHours(1));
        fail(circuit, SdkClientException.create("timed out"), 10);

        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> circuit.call(calls::incrementAndGet))
                .withMessageContaining("not asked");
        assertThat(calls).hasValue(10);
    }

    @Test
    void countsRefusalsByTheServersFaultAlone() {
        for (int status : new int[] {403, 404, 412, 416}) {
            S3Circuit circuit = new S3Circuit(Duration.ofHours(1));
            fail(circuit, (SdkException) S3Exception.builder().statusCode(status).build(), 30);
            assertThat(circuit.call(() -> "asked")).isEqualTo("asked");
        }
        S3Circuit circuit = new S3Circuit(Duration.ofHours(1));
        fail(circuit, (SdkException) S3Exception.builder().statusCode(503).build(), 10);
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> circuit.call(calls::incrementAndGet));
    }

    @Test
    void countsNothingThatTheStoreDidNotHearOf() {
        for (SdkClientException ours : List.of(
                SdkClientException.create("no connection is free", new ConnectionPoolTimeoutException("Timeout waiting for connection from pool")),
                SdkClientException.create("no connection is free", new IOException(new ConnectionPoolTimeoutException("Timeout waiting"))),
                AbortedException.create("the node is stopping"),
                SdkClientException.create("the node is stopping", new InterruptedException()))) {
            S3Circuit circuit = new S3Circuit(Duration.ofHours(1));
            fail(circuit, ours, 30);
            assertThat(circuit.call(() -> "asked")).isEqualTo("asked");
        }
    }

    @Test
    void countsAStoreThatFallsSilent() {
        S3Circuit circuit = new S3Circuit(Duration.ofHours(1));
        fail(circuit, SdkClientException.create("silent", new SocketTimeoutException("Read timed out")), 10);
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> circuit.call(calls::incrementAndGet));
    }

    @Test
    void findsOutThatItAnswersAgain() {
        S3Circuit circuit = new S3Circuit(Duration.ofMillis(100));
        fail(circuit, SdkClientException.create("timed out"), 10);

        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        int answered = 0;
        while (answered < 20) {
            assertThat(System.nanoTime()).isLessThan(end);
            try {
                circuit.call(() -> "an answer");
                answered++;
            } catch (SdkClientException notAsked) {
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    @Test
    void goesOnWhereSomeCallsFail() {
        S3Circuit circuit = new S3Circuit(Duration.ofHours(1));
        for (int i = 0; i < 100; i++) {
            fail(circuit, SdkClientException.create("timed out"), 1);
            assertThat(circuit.call(() -> "an answer")).isEqualTo("an answer");
        }
    }
}
