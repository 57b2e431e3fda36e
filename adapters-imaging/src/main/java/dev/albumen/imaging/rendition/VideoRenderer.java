package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Video;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.VideoHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Renders a video's poster as the picture that stands for it; leaves pictures to the engine. */
final class VideoRenderer implements Renderer {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    /** Into the video, because many begin with black; not far, because what comes before is decoded too. */
    private static final double SHARE_BEFORE = 0.1;
    private static final double MAX_SECONDS_BEFORE = 3;
    private static final String POSTER = "poster.png";

    private final Renderer pictures;
    private final Optional<Ffmpeg> ffmpeg;
    private final ImageLimits limits;

    /** @param ffmpeg empty where there is none: then posters are drawn */
    VideoRenderer(Renderer pictures, Optional<Ffmpeg> ffmpeg, ImageLimits limits) {
        this.pictures = pictures;
        this.ffmpeg = ffmpeg;
        this.limits = limits;
    }

    @Override
    public Set<RenditionFormat> formats() {
        return pictures.formats();
    }

    @Override
    public Rendered render(Path original, MediaType mediaType, Path into) throws UndecodableException {
        return mediaType.isVideo() ? renderVideo(original, mediaType, into) : pictures.render(original, mediaType, into);
    }

    private Rendered renderVideo(Path original, MediaType mediaType, Path into) throws UndecodableException {
        VideoHeader header = header(original, mediaType);
        Deadline deadline = Deadline.in(TIME_LIMIT);
        Path poster = into.resolve(POSTER);
        try {
            Video.Poster kind = poster(original, header, poster, deadline);
            Optional<Double> seconds = Optional.ofNullable(header.seconds())
                    .or(() -> ffmpeg.flatMap(tool -> tool.seconds(original, mediaType, into, deadline)));
            Rendered still = pictures.render(poster, MediaType.PNG, into);
            return new Rendered(still.files(), still.appearance(), new Video(seconds.orElse(null), header.codec(), kind));
        } finally {
            remove(poster);
        }
    }

    @Override
    public Path derive(Path source, MediaType mediaType, Recipe recipe, Path into) throws UndecodableException {
        return mediaType.isVideo() ? deriveOfVideo(source, mediaType, recipe, into) : pictures.derive(source, mediaType, recipe, into);
    }

    /** Of the same frame that everything else was made of. */
    private Path deriveOfVideo(Path original, MediaType mediaType, Recipe recipe, Path into) throws UndecodableException {
        Path poster = into.resolve(POSTER);
        try {
            poster(original, header(original, mediaType), poster, Deadline.in(TIME_LIMIT));
            return pictures.derive(poster, MediaType.PNG, recipe, into);
        } finally {
            remove(poster);
        }
    }

    private Video.Poster poster(Path original, VideoHeader header, Path poster, Deadline deadline) throws UndecodableException {
        if (ffmpeg.isEmpty()) {
            DrawnPoster.draw(header.upright(), poster);
            return Video.Poster.NO_TOOL;
        }
        double later = header.seconds() == null ? 0 : Math.min(header.seconds() * SHARE_BEFORE, MAX_SECONDS_BEFORE);
        Ffmpeg.Frame frame = ffmpeg.get().frame(original, header.mediaType(), later, header.highRange(), poster, deadline);
        if (frame == Ffmpeg.Frame.NONE_THERE && (later > 0 || header.highRange())) {
            // pale colours are better than none
            frame = ffmpeg.get().frame(original, header.mediaType(), 0, false, poster, deadline);
        }
        return switch (frame) {
            case TAKEN -> Video.Poster.FRAME;
            case UNKNOWN_CODEC -> {
                DrawnPoster.draw(header.upright(), poster);
                yield Video.Poster.UNKNOWN_CODEC;
            }
            case NONE_THERE -> throw new UndecodableException("No frame of the video can be decoded.");
        };
    }

    private VideoHeader header(Path original, MediaType mediaType) throws UndecodableException {
        try (FileBytes file = FileBytes.open(original)) {
            VideoHeader header = VideoHeader.read(file, mediaType);
            Optional<String> excess = header.excess(limits);
            if (excess.isPresent()) {
                throw new UndecodableException(excess.get());
            }
            return header;
        } catch (BrokenFileException e) {
            throw new UndecodableException(e.getMessage(), e);
        } catch (IOException e) {
            throw new DependencyException("reading an original", e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DependencyException("removing a poster", e);
        }
    }
}
