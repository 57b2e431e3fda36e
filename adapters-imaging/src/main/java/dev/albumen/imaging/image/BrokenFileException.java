package dev.albumen.imaging.image;

/** The structure of a file does not hold; the message says why, for the owner to read. */
public final class BrokenFileException extends Exception {

    private final String code;

    private BrokenFileException(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** The file ends before what it announces. */
    static BrokenFileException truncated(String detail) {
        return new BrokenFileException("image-truncated", detail);
    }

    /** The file contradicts its own format. */
    public static BrokenFileException broken(String detail) {
        return new BrokenFileException("image-broken", detail);
    }

    /** The file is sound, but in a variant of its format that is not decoded here. */
    static BrokenFileException unsupported(String detail) {
        return new BrokenFileException("image-variant-unsupported", detail);
    }

    /** Stable, kebab-case. */
    public String code() {
        return code;
    }
}
