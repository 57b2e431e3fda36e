package dev.albumen.imaging.rendition.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.image.MediaType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers end with the service, however that ends. */
class OrphanTest {

    @TempDir
    Path folder;

    /** A service with a worker that works for ever. */
    static final class Parent {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            WorkerPool pool = new WorkerPool(
                    FaultyEngine.with(64), 2, new WorkerLimits(Duration.ofMinutes(5), 512), folder.resolve("workers"));
            Path hang = Files.writeString(folder.resolve("hang"), FaultyEngine.Deed.SPIN.name());
            Path into = Files.createDirectory(folder.resolve("into"));
            new PooledRenderer(pool).render(hang, MediaType.PNG, into);
        }
    }

    @Test
    @Timeout(180)
    void endWhenTheServiceIsKilled() throws Exception {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                        System.getProperty("java.class.path"), Parent.class.getName(), folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            // half of a result: the picture is in work
            while (!Files.exists(folder.resolve("into").resolve("half.jpg"))) {
                assertThat(service.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
            }
            List<ProcessHandle> workers = service.descendants().toList();
            assertThat(workers).isNotEmpty();
            service.destroyForcibly();
            for (ProcessHandle worker : workers) {
                worker.onExit().get(60, TimeUnit.SECONDS);
            }
        } finally {
            service.destroyForcibly();
        }
    }
}
