package dev.albumen.application.rendition;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.image.MediaType;

/**
 * Bytes that may be served.
 *
 * @param entityTag names exactly these bytes, without quotes
 * @param filename for saving it
 * @param marked whether a mark is burnt in, which its owner may take away at any time
 */
public record Serving(BlobKey key, MediaType mediaType, String entityTag, String filename, boolean marked) {}
