package dev.albumen.imaging.rendition.vips;

/** A shared library does not load, or is no libvips that can be worked with; the message says why, for operators. */
public final class VipsUnavailableException extends Exception {

    VipsUnavailableException(String message) {
        super(message);
    }

    VipsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
