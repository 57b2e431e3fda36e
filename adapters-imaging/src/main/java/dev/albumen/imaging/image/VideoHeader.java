package dev.albumen.imaging.image;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a video's container says before its frames.
 *
 * @param upright width and height as the video is shown: turned, and with square pixels
 * @param seconds how long it plays; {@code null} where the container does not say
 * @param codec of its pictures, by its common name; {@code null} where the container does not say
 * @param highRange whether its brightness goes beyond what ordinary pictures show (BT.2100's curves PQ and HLG)
 */
public record VideoHeader(MediaType mediaType, Dimensions upright, @Nullable Double seconds, @Nullable String codec, boolean highRange) {

    private static final double LONGEST = 366 * 24 * 3600;
    private static final int MAX_CODEC_LENGTH = 32;
    /** Of transfer characteristics (ITU-T H.273). */
    private static final long PQ = 16;
    private static final long HLG = 18;
    private static final Map<String, String> COMMON_NAMES = Map.ofEntries(
            Map.entry("avc1", "h264"), Map.entry("avc3", "h264"), Map.entry("V_MPEG4/ISO/AVC", "h264"),
            Map.entry("hvc1", "hevc"), Map.entry("hev1", "hevc"), Map.entry("dvh1", "hevc"), Map.entry("dvhe", "hevc"),
            Map.entry("av01", "av1"), Map.entry("V_AV1", "av1"),
            Map.entry("vp08", "vp8"), Map.entry("V_VP8", "vp8"), Map.entry("vp09", "vp9"), Map.entry("V_VP9", "vp9"),
            Map.entry("mp4v", "mpeg4"), Map.entry("s263", "h263"), Map.entry("jpeg", "mjpeg"), Map.entry("mjpa", "mjpeg"),
            Map.entry("apch", "prores"), Map.entry("apcn", "prores"), Map.entry("apcs", "prores"),
            Map.entry("apco", "prores"), Map.entry("ap4h", "prores"));

    /**
     * Walks the container to its end, without decoding.
     *
     * @throws BrokenFileException where the structure does not hold, or there is no video in it
     */
    public static VideoHeader read(FileBytes file, MediaType mediaType) throws IOException, BrokenFileException {
        return switch (mediaType) {
            case MP4, MOV -> new Mp4Structure(file).walk(mediaType);
            case WEBM -> WebmStructure.walk(file);
            case JPEG, PNG, GIF, WEBP, TIFF, AVIF, HEIC, JXL ->
                throw new IllegalArgumentException(mediaType.mimeType() + " is no video");
        };
    }

    /** Says what is too large; empty where nothing is. */
    public Optional<String> excess(ImageLimits limits) {
        return upright.pixels() <= limits.maxPixels() ? Optional.empty()
                : Optional.of("The video claims " + upright.width() + "×" + upright.height() + " pixels; at most "
                        + limits.maxPixels() + " are accepted.");
    }

    static VideoHeader of(MediaType mediaType, long width, long height, double seconds, String codec, long transfer)
            throws BrokenFileException {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw BrokenFileException.broken("The video claims " + width + "×" + height + " pixels.");
        }
        return new VideoHeader(mediaType, new Dimensions((int) width, (int) height), plausible(seconds), commonName(codec),
                transfer == PQ || transfer == HLG);
    }

    /** Of absurd durations none is believed. */
    private static @Nullable Double plausible(double seconds) {
        return seconds > 0 && seconds < LONGEST ? seconds : null;
    }

    private static @Nullable String commonName(String codec) {
        return COMMON_NAMES.getOrDefault(codec, CleanText.of(codec, MAX_CODEC_LENGTH).orElse(null));
    }
}
