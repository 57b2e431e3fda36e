package dev.albumen.application.rendition;

import dev.albumen.domain.image.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Strips nothing, says so, and counts. Takes JPEG alone; what is called broken does not hold. */
public final class FakeMetadataStripper implements MetadataStripper {

    private final AtomicInteger stripped = new AtomicInteger();

    @Override
    public boolean strips(MediaType mediaType) {
        return mediaType == MediaType.JPEG;
    }

    @Override
    public void strip(Path original, MediaType mediaType, Path to) throws Renderer.UndecodableException {
        stripped.incrementAndGet();
        try {
            String bytes = Files.readString(original);
            if (bytes.equals("broken")) {
                throw new Renderer.UndecodableException("Broken.");
            }
            Files.writeString(to, "stripped " + bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int stripped() {
        return stripped.get();
    }
}
