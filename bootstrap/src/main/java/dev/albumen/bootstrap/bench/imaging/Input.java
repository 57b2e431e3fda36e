package dev.albumen.bootstrap.bench.imaging;

import dev.albumen.domain.image.MediaType;
import java.nio.file.Path;

/**
 * A picture to render.
 *
 * @param name for people and programs
 * @param reference what its preview should look like
 */
record Input(String name, Path file, MediaType mediaType, Path reference) {}
