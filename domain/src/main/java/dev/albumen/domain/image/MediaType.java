package dev.albumen.domain.image;

import java.util.Optional;

/** A kind of file that Albumen knows, told from its content and never from its name. */
public enum MediaType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    TIFF("image/tiff", "tif"),
    AVIF("image/avif", "avif"),
    HEIC("image/heic", "heic"),
    JXL("image/jxl", "jxl"),
    MP4("video/mp4", "mp4"),
    MOV("video/quicktime", "mov"),
    WEBM("video/webm", "webm");

    private final String name;
    private final String extension;

    MediaType(String name, String extension) {
        this.name = name;
        this.extension = extension;
    }

    /** The registered media type (RFC 6838), such as {@code image/jpeg}. */
    public String mimeType() {
        return name;
    }

    /** Whether it plays, so that a frame of it stands for it. */
    public boolean isVideo() {
        return name.startsWith("video/");
    }

    /** The usual file name ending, without the dot. */
    public String extension() {
        return extension;
    }

    /** The constant for a registered media type; empty for one that Albumen does not know. */
    public static Optional<MediaType> of(String mimeType) {
        for (MediaType type : values()) {
            if (type.name.equals(mimeType)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
