package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.domain.image.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes frames out of videos by ffmpeg, with the container told instead of guessed, and no file opened but the video. */
final class Ffmpeg {

    /** Of a frame: 8192×8192. */
    private static final String MAX_PIXELS = "67108864";
    private static final Pattern DURATION = Pattern.compile("format\\.duration=\"([0-9.]{1,20})\"");
    /** As ffmpeg says that it lacks the decoder: of a codec that it knows by name, and of one that it does not. */
    private static final Pattern NO_DECODER = Pattern.compile("no decoder found for|Decoder \\(codec [^)]*\\) not found");
    /** As wide as shown where pixels are not square; transparency and odd formats gone. */
    private static final String SQUARE_PIXELS = "scale='clip(trunc(iw*sar),1,16384)':ih,setsar=1,format=rgb24";

    /** Into the range of ordinary screens, with paper white (BT.2408) where theirs is. */
    private static final String ORDINARY_RANGE = "zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,"
            + "tonemap=mobius:desat=0,zscale=t=bt709:m=bt709:r=pc,format=gbrp,";

    private final Path program;
    private final String version;

    Ffmpeg(Path program, String version) {
        this.program = program;
        this.version = version;
    }

    Path program() {
        return program;
    }

    /** Such as {@code 7.1.1}. */
    String version() {
        return version;
    }

    /** What became of a frame that was asked for. */
    enum Frame { TAKEN, NONE_THERE, UNKNOWN_CODEC }

    /**
     * Writes the frame at that time into a PNG file, upright and with square pixels.
     *
     * @param highRange whether its brightness must be brought into the range of ordinary screens, which not every build
     *     of ffmpeg can: those have no frame then
     * @throws UndecodableException where it takes longer than there is time
     */
    Frame frame(Path video, MediaType mediaType, double atSeconds, boolean highRange, Path to, Deadline deadline)
            throws UndecodableException {
        ChildProgram.Outcome outcome = new ChildProgram(program).run(to.getParent(), deadline.left(), List.of(
                "-nostdin", "-hide_banner", "-loglevel", "error", "-y",
                "-protocol_whitelist", "file", "-max_pixels", MAX_PIXELS, "-threads", "1",
                "-f", demuxer(mediaType), "-ss", String.format(Locale.ROOT, "%.3f", atSeconds), "-i", "file:" + video.toAbsolutePath(),
                "-map", "0:V:0", "-frames:v", "1", "-filter_threads", "1", "-vf", (highRange ? ORDINARY_RANGE : "") + SQUARE_PIXELS,
                "-c:v", "png", "-compression_level", "1", "-threads", "1", "-f", "image2", "-update", "1",
                "file:" + to.toAbsolutePath()));
        if (!outcome.inTime()) {
            throw new UndecodableException("The video takes longer than " + deadline.limit().toSeconds() + " s to decode.");
        }
        if (NO_DECODER.matcher(outcome.errors()).find()) {
            return Frame.UNKNOWN_CODEC;
        }
        return outcome.succeeded() && isThere(to) ? Frame.TAKEN : Frame.NONE_THERE;
    }

    /** How long a video plays whose container does not say it outright; empty where nobody knows, or ffprobe is missing. */
    Optional<Double> seconds(Path video, MediaType mediaType, Path folder, Deadline deadline) {
        Path probe = program.resolveSibling(program.getFileName().toString().replace("ffmpeg", "ffprobe"));
        if (probe.equals(program) || !Files.isExecutable(probe)) {
            return Optional.empty();
        }
        Duration left = deadline.left();
        ChildProgram.Outcome outcome = new ChildProgram(probe).run(folder, left, List.of(
                "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file", "-f", demuxer(mediaType),
                "-show_entries", "format=duration", "-of", "flat", "-i", "file:" + video.toAbsolutePath()));
        Matcher duration = DURATION.matcher(outcome.output());
        return outcome.succeeded() && duration.find() ? Optional.of(Double.valueOf(duration.group(1))) : Optional.empty();
    }

    private static boolean isThere(Path file) {
        try {
            return Files.exists(file) && Files.size(file) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String demuxer(MediaType mediaType) {
        return mediaType == MediaType.WEBM ? "matroska" : "mov";
    }
}
