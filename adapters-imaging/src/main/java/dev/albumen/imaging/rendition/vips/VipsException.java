package dev.albumen.imaging.rendition.vips;

/** An operation of libvips failed; the message is libvips's own, for logs. */
final class VipsException extends Exception {

    VipsException(String operation, String message) {
        super(operation + ": " + message);
    }
}
