package dev.albumen.domain.image;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a moving picture beyond what every picture has.
 *
 * @param durationSeconds {@code null} where the file does not say, as recordings that were never finished
 * @param codec of its pictures, by its common name, such as {@code h264}; {@code null} where the file does not say
 * @param poster what stands for it in the renditions
 */
public record Video(@Nullable Double durationSeconds, @Nullable String codec, Poster poster) {

    /** Where the still picture comes from that is shown in a video's place. */
    public enum Poster {
        /** A frame of the video. */
        FRAME,
        /** Drawn: this instance has no tool that decodes videos. */
        NO_TOOL,
        /** Drawn: the tool that decodes videos does not know this codec. */
        UNKNOWN_CODEC
    }
}
