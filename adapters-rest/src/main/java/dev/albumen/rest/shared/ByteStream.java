package dev.albumen.rest.shared;

import java.io.InputStream;

/**
 * A body that is sent while it is read.
 *
 * @param stream closed after the last byte, or when the client goes away
 * @param length how many bytes of it are sent; {@link #UNKNOWN} for all there will be
 */
record ByteStream(InputStream stream, long length) {

    static final long UNKNOWN = -1;
}
