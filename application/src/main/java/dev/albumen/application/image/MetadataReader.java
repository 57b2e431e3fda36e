package dev.albumen.application.image;

import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.MediaType;
import java.nio.file.Path;

/** Reads what a file says about how its picture was made. Broken or absurd metadata is left out; nothing is thrown for it. */
public interface MetadataReader {

    ImageMetadata read(Path file, MediaType mediaType);
}
