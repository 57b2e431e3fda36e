package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.domain.image.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** Renders a tiny JPEG: a library that loads can still lack what a picture needs. */
public final class SelfTest {

    private SelfTest() {}

    /** @throws EngineUnusableException where no rendition comes of it */
    public static void pass(Renderer renderer) throws EngineUnusableException, IOException {
        Path folder = Files.createTempDirectory("albumen-self-test");
        try (InputStream picture = SelfTest.class.getResourceAsStream("tiny.jpg")) {
            Path original = folder.resolve("tiny.jpg");
            Files.copy(Objects.requireNonNull(picture), original);
            if (renderer.render(original, MediaType.JPEG, Files.createDirectory(folder.resolve("into"))).files().isEmpty()) {
                throw new EngineUnusableException("it makes nothing of a JPEG");
            }
        } catch (Renderer.UndecodableException e) {
            throw new EngineUnusableException("it does not render a JPEG: " + e.getMessage(), e);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
