package dev.albumen.imaging.rendition;

/** What can make renditions. */
public sealed interface Engine {

    /** Pure Java; always there. */
    record Imgscalr() implements Engine {}

    /**
     * The library libvips.
     *
     * @param library the path of its file, or a name that the system's loader finds
     */
    record Vips(String library, Origin origin) implements Engine {}

    /** Whence a library comes, in the order in which they are tried. */
    enum Origin {
        /** Named by the setting. */
        CONFIGURED,
        /** Part of the distribution. */
        SHIPPED,
        /** Installed on the machine. */
        SYSTEM
    }
}
