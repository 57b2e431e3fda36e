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

/** The pure Java engine: decoding by ImageIO, scaling by imgscalr, each size from the next larger one. What moves, moves in the preview. */
final class ImgscalrRenderer implements Renderer {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    /** A third of what a picture may take, whoever watches the time. */
    private static final Duration MOVING_LIMIT = Duration.ofSeconds(10);
    private static final Recipe MOVING = Recipe.of(RenditionSize.PREVIEW, RenditionFormat.WEBP);
    private static final Set<RenditionFormat> FORMATS = WebpSupport.isAvailable()
            ? Set.of(RenditionFormat.JPEG, RenditionFormat.WEBP)
            : Set.of(RenditionFormat.JPEG);

    private final ImageLimits limits;
    private final Duration timeLimit;
    private final Duration movingLimit;
    private final Decoder decoder = new Decoder(RenditionSize.LARGE.longestEdge());

    ImgscalrRenderer(ImageLimits limits) {
        this(limits, TIME_LIMIT);
    }

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
        Path preview = rendered.files().get(MOVING);
        if (preview != null) {
            MovingRendition.write(original, mediaType, RenditionSize.PREVIEW, preview, deadline.earlier(movingLimit));
        }
        return rendered;
    }

    private Rendered stills(Path original, MediaType mediaType, Path into, Deadline deadline) throws UndecodableException {
        try (PixelMemory.Share memory = new PixelMemory.Share()) {
            return stills(original, mediaType, into, deadline, memory);
        }
    }

    private Rendered stills(Path original, MediaType mediaType, Path into, Deadline deadline, PixelMemory.Share memory)
            throws UndecodableException {
        BufferedImage large = large(original, mediaType, deadline, memory);
        Map<Recipe, Path> files = new HashMap<>();
        write(large, RenditionSize.LARGE, into, files);
        BufferedImage preview = smaller(large, RenditionSize.PREVIEW);
        deadline.check();
        write(preview, RenditionSize.PREVIEW, into, files);
        BufferedImage thumbnail = smaller(preview, RenditionSize.THUMBNAIL);
        write(thumbnail, RenditionSize.THUMBNAIL, into, files);
        return new Rendered(Map.copyOf(files), Placeholder.of(thumbnail));
    }

    /** The largest rendition, upright and in sRGB: profile and orientation cost least once the picture is small. */
    private BufferedImage large(Path original, MediaType mediaType, Deadline deadline, PixelMemory.Share memory) throws UndecodableException {
        try (FileBytes file = FileBytes.open(original)) {
            Header header = Header.read(file, mediaType);
            Optional<String> excess = header.excess(limits);
            if (excess.isPresent()) {
                throw new UndecodableException(excess.get());
            }
            Optional<ICC_Profile> embedded = EmbeddedProfile.leftToUs(file, mediaType);
            BufferedImage decoded = decoder.decode(file, header, deadline, memory);
            Optional<ICC_Profile> profile = embedded.or(() -> profileOf(decoded));
            Dimensions size = header.stored().within(RenditionSize.LARGE.longestEdge());
            BufferedImage scaled = Scaling.to(size, EightBit.of(decoded));
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
    public Path derive(Path rendition, RenditionFormat format, Recipe recipe, Path into) throws UndecodableException {
        if (!FORMATS.contains(recipe.format())) {
            throw new IllegalArgumentException("this engine does not write " + recipe.format());
        }
        try (PixelMemory.Share memory = new PixelMemory.Share()) {
            // a rendition is upright and in sRGB: what was read is scaled, no more
            BufferedImage decoded = large(rendition, format.mediaType(), Deadline.in(timeLimit), memory);
            BufferedImage clean = smaller(decoded, recipe.size());
            if (recipe.mark() != null) {
                return MarkBurning.write(clean, recipe, recipe.mark(), into,
                        (png, edge) -> large(png, MediaType.PNG, Deadline.in(timeLimit), memory));
            }
            Path file = into.resolve(recipe.fileName());
            Encoder.write(clean, recipe.format(), file);
            return file;
        }
    }

    private static BufferedImage smaller(BufferedImage image, RenditionSize size) {
        return Scaling.to(new Dimensions(image.getWidth(), image.getHeight()).within(size.longestEdge()), image);
    }

    private static void write(BufferedImage image, RenditionSize size, Path into, Map<Recipe, Path> files) {
        for (RenditionFormat format : FORMATS) {
            Recipe recipe = Recipe.of(size, format);
            Path file = into.resolve(recipe.fileName());
            Encoder.write(image, format, file);
            files.put(recipe, file);
        }
    }
}
