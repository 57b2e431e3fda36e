package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.EmbeddedProfile;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.Header;
import dev.albumen.imaging.image.WebpSupport;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pure Java engine: decoding by ImageIO, scaling by imgscalr, each size from the next larger one. What moves keeps moving in WebP. */
final class ImgscalrRenderer implements Renderer {

    /** A third of what a picture may take, whoever watches the time. */
    private static final Duration MOVING_LIMIT = Duration.ofSeconds(10);
    private static final Set<RenditionFormat> FORMATS = WebpSupport.isAvailable()
            ? Set.of(RenditionFormat.JPEG, RenditionFormat.WEBP)
            : Set.of(RenditionFormat.JPEG);

    private final ImageLimits limits;
    private final Duration timeLimit;
    private final Duration movingLimit;

    ImgscalrRenderer(ImageLimits limits, Duration timeLimit) {
        this(limits, timeLimit, MOVING_LIMIT);
    }

    /** @param movingLimit of the time for frames behind the first */
    ImgscalrRenderer(ImageLimits limits, Duration timeLimit, Duration movingLimit) {
        this.limits = limits;
        this.timeLimit = timeLimit;
        this.movingLimit = movingLimit;
    }

    @Override
    public Set<RenditionFormat> formats() {
        return FORMATS;
    }

    @Override
    public Rendered render(Path original, MediaType mediaType, Path into) throws UndecodableException {
        Deadline deadline = Deadline.in(timeLimit);
        Rendered rendered = stills(original, mediaType, into, deadline);
        Map<Recipe, Path> files = new HashMap<>(rendered.files());
        Path moving = into.resolve(Recipe.SHOWS_ALL.fileName());
        if (moves(original, mediaType, Recipe.SHOWS_ALL, moving, deadline)) {
            files.put(Recipe.SHOWS_ALL, moving);
        }
        return new Rendered(Map.copyOf(files), rendered.appearance());
    }

    /** Whether it was written so that it moves. */
    private boolean moves(Path source, MediaType mediaType, Recipe recipe, Path to, Deadline deadline) {
        return FORMATS.contains(RenditionFormat.WEBP) && recipe.format() == RenditionFormat.WEBP
                && MovingRendition.write(source, mediaType, recipe.size(), to, deadline.earlier(movingLimit));
    }

    private Rendered stills(Path original, MediaType mediaType, Path into, Deadline deadline) throws UndecodableException {
        try (PixelMemory.Share memory = new PixelMemory.Share()) {
            return stills(original, mediaType, into, deadline, memory);
        }
    }

    private Rendered stills(Path original, MediaType mediaType, Path into, Deadline deadline, PixelMemory.Share memory)
            throws UndecodableException {
        BufferedImage preview = decoded(original, mediaType, RenditionSize.PREVIEW.longestEdge(), deadline, memory);
        BufferedImage thumbnail = smaller(preview, RenditionSize.THUMBNAIL);
        deadline.check();
        Map<Recipe, Path> files = new HashMap<>();
        for (Recipe recipe : Recipe.madeAtOnce(FORMATS, !Scaling.isTransparent(preview))) {
            Path file = into.resolve(recipe.fileName());
            Encoder.write(recipe.size() == RenditionSize.THUMBNAIL ? thumbnail : preview, recipe.format(), file);
            files.put(recipe, file);
        }
        return new Rendered(Map.copyOf(files), Placeholder.of(OpaquePixels.of(thumbnail)));
    }

    /** Within that edge, upright and in sRGB: profile and orientation cost least once the picture is small. */
    private BufferedImage decoded(
            Path original, MediaType mediaType, int edge, Deadline deadline, PixelMemory.Share memory)
            throws UndecodableException {
        try (FileBytes file = FileBytes.open(original)) {
            Header header = Header.read(file, mediaType);
            Optional<String> excess = header.excess(limits);
            if (excess.isPresent()) {
                throw new UndecodableException(excess.get());
            }
            Optional<ICC_Profile> embedded = EmbeddedProfile.leftToUs(file, mediaType);
            BufferedImage decoded = new Decoder(edge).decode(file, header, deadline, memory);
            Optional<ICC_Profile> profile = embedded.or(() -> profileOf(decoded));
            BufferedImage scaled = Scaling.to(header.stored().within(edge), EightBit.of(decoded));
            deadline.check();
            BufferedImage srgb = profile.isPresent() ? Srgb.from(scaled, profile.get()) : scaled;
            return Scaling.upright(srgb, header.orientation());
        } catch (BrokenFileException e) {
            throw new UndecodableException(e.getMessage(), e);
        } catch (IOException e) {
            throw new DependencyException("reading an original", e);
        } catch (OutOfMemoryError e) {
            // the limits make it unlikely; one picture must not end the others' work
            throw new UndecodableException("The picture needs more memory than there is.", e);
        }
    }

    /** What a reader that knows profiles leaves for us to convert. */
    private static Optional<ICC_Profile> profileOf(BufferedImage decoded) {
        return decoded.getColorModel().getColorSpace() instanceof ICC_ColorSpace space
                        && space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB()
                ? Optional.of(space.getProfile())
                : Optional.empty();
    }

    @Override
    public Path derive(Path source, MediaType mediaType, Recipe recipe, Path into) throws UndecodableException {
        if (!FORMATS.contains(recipe.format())) {
            throw new IllegalArgumentException("this engine does not write " + recipe.format());
        }
        Deadline deadline = Deadline.in(timeLimit);
        Path file = still(source, mediaType, recipe, into, deadline);
        if (recipe.mark() == null) {
            moves(source, mediaType, recipe, file, deadline);
        }
        return file;
    }

    private Path still(Path source, MediaType mediaType, Recipe recipe, Path into, Deadline deadline) throws UndecodableException {
        try (PixelMemory.Share memory = new PixelMemory.Share()) {
            BufferedImage clean = decoded(source, mediaType, recipe.size().longestEdge(), deadline, memory);
            if (recipe.mark() != null) {
                return MarkBurning.write(clean, recipe, recipe.mark(), into,
                        (png, edge) -> decoded(png, MediaType.PNG, edge, Deadline.in(timeLimit), memory));
            }
            Path file = into.resolve(recipe.fileName());
            Encoder.write(clean, recipe.format(), file);
            return file;
        }
    }

    private static BufferedImage smaller(BufferedImage image, RenditionSize size) {
        return Scaling.to(new Dimensions(image.getWidth(), image.getHeight()).within(size.longestEdge()), image);
    }
}
