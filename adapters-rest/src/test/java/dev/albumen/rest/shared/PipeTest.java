package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PipeTest {

    @Test
    void givesEverythingThatWasWritten() throws IOException {
        var pipe = new Pipe();
        byte[] bytes = new byte[1_000_000];
        Thread.startVirtualThread(() -> pipe.fill(out -> out.write(bytes)));
        assertThat(pipe.readAllBytes()).isEqualTo(bytes);
        assertThat(pipe.read()).isEqualTo(-1);
    }

    @Test
    void tellsAWritersFailureFromAnEnd() {
        var pipe = new Pipe();
        Thread.startVirtualThread(() -> pipe.fill(out -> {
            out.write(new byte[10]);
            throw new IOException("disk gone");
        }));
        assertThatThrownBy(pipe::readAllBytes).isInstanceOf(IOException.class);
    }

    @Test
    void endsAWriterWhoseReaderHasGone() throws Exception {
        var pipe = new Pipe();
        var ended = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            pipe.fill(out -> {
                while (true) {
                    out.write(new byte[100_000]);
                }
            });
            ended.countDown();
        });
        pipe.read();
        pipe.close();
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }
}
