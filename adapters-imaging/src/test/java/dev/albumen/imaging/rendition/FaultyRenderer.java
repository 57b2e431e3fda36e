package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.Looks;
import dev.albumen.application.rendition.Renderer;
import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Watermark;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.imgscalr.Scalr;

/** A renderer that does one thing wrong. */
final class FaultyRenderer implements Renderer {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Appearance NOTHING = new Appearance("", "#808080", List.of(), null);

    enum Fault {
        MAKES_NO_WEBP("makesWhatIsMadeAtOnce"),
        MAKES_ONE_SIZE("makesWhatIsMadeAtOnce"),
        ENLARGES("enlargesNothing"),
        LEAVES_PICTURES_TURNED("turnsEveryOrientationUpright"),
        LEAVES_PICTURES_MIRRORED("turnsEveryOrientationUpright"),
        BRIGHTENS_GRAY("keepsGrayAsBrightAsItIs"),
        SHIFTS_COLORS("keepsColorsClose"),
        SWAPS_CHANNELS("keepsTheColorsOfEveryKind"),
        IGNORES_PROFILES("convertsDisplayP3ToSrgb"),
        FLATTENS_ON_BLACK("flattensTransparencyOnWhiteInJpegAndKeepsItInWebp"),
        COPIES_METADATA("writesNoMetadata"),
        HASHES_NOTHING("describesAPlaceholder"),
        NAMES_NO_COLORS("describesThePalette"),
        COMPARES_NOTHING("tellsLikePicturesFromOthers"),
        COMPARES_BY_COUNTER("tellsLikePicturesFromOthers"),
        ADDS_THE_HOUR("makesTheSameBytesAgain"),
        SHOWS_HALF_PICTURES("saysWhyAPictureCannotBeMade"),
        THROWS_UNCHECKED("saysWhyAPictureCannotBeMade"),
        WRITES_NO_JPEG("writesJpegAlways"),
        STOPS_MOVING("keepsAGifMovingAsItsFramesSay"),
        FORGETS_TIMES("keepsAWebpMovingAndTransparent"),
        DERIVES_STILLS("derivesWhatMovesOfAMovingOriginal"),
        DERIVES_ITS_SOURCE("derivesSmallerRenditions"),
        DERIVES_IN_PLACE("derivesSmallerRenditions"),
        DERIVES_ENLARGED("derivesNothingLarger"),
        DERIVES_ONTO_WHITE("keepsTransparencyInWhatItDerives"),
        DERIVES_THE_HOUR("derivesTheSameBytesAgain"),
        DERIVES_SOMETHING_ELSE("derivesOnlyWhatItWrites"),
        DERIVES_OF_ANYTHING("saysWhyNothingCanBeDerived"),
        CALLS_EVERYTHING_TRANSPARENT("takesNothingForTransparentThatIsNot"),
        DERIVES_THUMBNAILS("derivesEverySizeOfAnOriginal"),
        DERIVES_TURNED("derivesOriginalsUpright"),
        DERIVES_IN_OTHER_COLORS("derivesOriginalsInTheirColors"),
        DERIVES_OPAQUE_ORIGINALS("derivesOriginalsWithTheirTransparency"),
        DERIVES_METADATA("derivesOriginalsWithoutTheirMetadata"),
        DERIVES_OF_BROKEN_ORIGINALS("saysWhyAnOriginalCannotBeDerived"),
        BURNS_NOTHING("burnsAMarkWhereItBelongsAndNowhereElse"),
        BURNS_NO_LOGO("burnsALogoWhereItBelongsAndNowhereElse"),
        BURNS_LOGOS_OPAQUE("logosLetThePictureThroughAsTheyAreTold"),
        BURNS_BROKEN_LOGOS("saysWhyALogoCannotBeBurnt");

        private final String foundBy;

        Fault(String foundBy) {
            this.foundBy = foundBy;
        }

        String foundBy() {
            return foundBy;
        }
    }

    private final Renderer sound = PatientEngine.renderer(ImageLimits.DEFAULT);
    private final Fault fault;

    FaultyRenderer(Fault fault) {
        this.fault = fault;
    }

    @Override
    public Set<RenditionFormat> formats() {
        return fault == Fault.WRITES_NO_JPEG ? Set.of(RenditionFormat.WEBP) : sound.formats();
    }

    @Override
    public Path derive(Path source, MediaType mediaType, Recipe recipe, Path into) throws UndecodableException {
        return switch (fault) {
            case DERIVES_ITS_SOURCE -> copied(source, into.resolve("copy"));
            case DERIVES_IN_PLACE -> copied(sound.derive(source, mediaType, recipe, into), source);
            case DERIVES_ENLARGED -> derived(Scaling.to(new Dimensions(320, 320), Looks.read(source)), recipe, into);
            case DERIVES_ONTO_WHITE -> derived(Scaling.flattened(Looks.read(source)), recipe, into);
            case DERIVES_THE_HOUR -> {
                Path derived = sound.derive(source, mediaType, recipe, into);
                append(Map.of(recipe, derived), new byte[] {(byte) COUNTER.incrementAndGet()});
                yield derived;
            }
            case DERIVES_SOMETHING_ELSE -> sound.derive(source, mediaType, Recipe.of(recipe.size(), RenditionFormat.JPEG), into);
            case DERIVES_OF_ANYTHING, DERIVES_OF_BROKEN_ORIGINALS -> into;
            case DERIVES_THUMBNAILS -> sound.derive(source, mediaType, Recipe.of(RenditionSize.THUMBNAIL, recipe.format()), into);
            case DERIVES_TURNED -> derived(Scalr.rotate(soundly(source, mediaType, recipe, into), Scalr.Rotation.CW_90), recipe, into);
            case DERIVES_IN_OTHER_COLORS -> derived(
                    new RescaleOp(0.8f, 0, null).filter(soundly(source, mediaType, recipe, into), null), recipe, into);
            case DERIVES_STILLS -> derived(
                    new BufferedImage(240, 160, BufferedImage.TYPE_INT_ARGB), recipe, into);
            case DERIVES_OPAQUE_ORIGINALS -> derived(Scaling.flattened(soundly(source, mediaType, recipe, into)), recipe, into);
            case DERIVES_METADATA -> {
                Path derived = sound.derive(source, mediaType, recipe, into);
                append(Map.of(recipe, derived), read(source));
                yield derived;
            }
            case BURNS_NOTHING, BURNS_NO_LOGO, BURNS_BROKEN_LOGOS -> sound.derive(source, mediaType, clean(recipe), into);
            case BURNS_LOGOS_OPAQUE -> sound.derive(source, mediaType, opaque(recipe), into);
            default -> sound.derive(source, mediaType, recipe, into);
        };
    }

    private BufferedImage soundly(Path source, MediaType mediaType, Recipe recipe, Path into) throws UndecodableException {
        return Looks.read(sound.derive(source, mediaType, recipe, into));
    }

    private static Recipe clean(Recipe recipe) {
        return new Recipe(recipe.size(), recipe.format(), recipe.version());
    }

    private static Recipe opaque(Recipe recipe) {
        Watermark mark = recipe.mark();
        return mark == null ? recipe : recipe.marked(new Watermark(mark.motif(), mark.place(), 1, mark.size()));
    }

    private static Path derived(BufferedImage image, Recipe recipe, Path into) {
        Path file = into.resolve(recipe.fileName());
        Encoder.write(image, recipe.format(), file);
        return file;
    }

    private static Path copied(Path from, Path to) {
        try {
            return Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Rendered render(Path original, MediaType mediaType, Path into) throws UndecodableException {
        try {
            Rendered rendered = sound.render(original, mediaType, into);
            Map<Recipe, Path> files = new HashMap<>(rendered.files());
            spoil(files, original);
            return new Rendered(files, described(rendered.appearance()));
        } catch (UndecodableException e) {
            return switch (fault) {
                case SHOWS_HALF_PICTURES -> new Rendered(Map.of(), NOTHING);
                case THROWS_UNCHECKED -> throw new IllegalArgumentException(e);
                default -> throw e;
            };
        }
    }

    private Appearance described(Appearance sound) {
        return switch (fault) {
            case HASHES_NOTHING -> new Appearance("", sound.dominantColor(), sound.palette(), sound.differenceHash());
            case NAMES_NO_COLORS -> new Appearance(sound.blurHash(), sound.dominantColor(), List.of(), sound.differenceHash());
            case COMPARES_NOTHING -> new Appearance(sound.blurHash(), sound.dominantColor(), sound.palette(), null);
            case COMPARES_BY_COUNTER -> new Appearance(sound.blurHash(), sound.dominantColor(), sound.palette(),
                    new DifferenceHash(COUNTER.incrementAndGet() * 0x9E3779B97F4A7C15L));
            default -> sound;
        };
    }

    private void spoil(Map<Recipe, Path> files, Path original) {
        switch (fault) {
            case CALLS_EVERYTHING_TRANSPARENT -> files.put(Recipe.SHOWS_ALL, original);
            case MAKES_NO_WEBP -> files.keySet().removeIf(recipe -> recipe.format() == RenditionFormat.WEBP);
            case MAKES_ONE_SIZE -> repaint(files, image -> Scaling.to(
                    new Dimensions(image.getWidth(), image.getHeight()).within(RenditionSize.THUMBNAIL.longestEdge()), image));
            case ENLARGES -> repaint(files, image -> Scaling.to(new Dimensions(320, 320), image));
            case LEAVES_PICTURES_TURNED -> repaint(files, image -> Scalr.rotate(image, Scalr.Rotation.CW_90));
            case LEAVES_PICTURES_MIRRORED -> repaint(files, image -> Scalr.rotate(image, Scalr.Rotation.FLIP_HORZ));
            case BRIGHTENS_GRAY -> repaint(files, image -> new RescaleOp(1.3f, 0, null).filter(image, null));
            case SHIFTS_COLORS -> repaint(files, image -> new RescaleOp(1, 8, null).filter(image, null));
            case SWAPS_CHANNELS -> repaint(files, image -> recolored(image, color -> new Color(color.getBlue(), color.getGreen(), color.getRed())));
            case IGNORES_PROFILES -> repaint(files, image -> recolored(image, color -> new Color(200, 80, 40)));
            case FLATTENS_ON_BLACK -> repaint(files, image -> recolored(image,
                    color -> color.getRed() > 240 && color.getGreen() > 240 && color.getBlue() > 240 ? Color.BLACK : color));
            case COPIES_METADATA -> append(files, read(original));
            case STOPS_MOVING -> still(files.get(Recipe.of(RenditionSize.PREVIEW, RenditionFormat.WEBP)));
            case FORGETS_TIMES -> timeless(files.get(Recipe.of(RenditionSize.PREVIEW, RenditionFormat.WEBP)));
            case ADDS_THE_HOUR -> append(files, new byte[] {(byte) COUNTER.incrementAndGet()});
            default -> { }
        }
    }

    private static void repaint(Map<Recipe, Path> files, UnaryOperator<BufferedImage> change) {
        files.forEach((recipe, file) -> {
            if (recipe.format() == RenditionFormat.JPEG) {
                BufferedImage changed = change.apply(Looks.read(file));
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                Encoder.write(changed, RenditionFormat.JPEG, file);
            }
        });
    }

    private static void still(Path webp) {
        try {
            Files.delete(webp); // the writer would leave the rest of a longer file
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Encoder.write(new BufferedImage(240, 160, BufferedImage.TYPE_INT_ARGB), RenditionFormat.WEBP, webp);
    }

    /** Sets the time of each frame to nothing. */
    private static void timeless(Path webp) {
        byte[] bytes = read(webp);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf("ANMF"); at >= 0; at = text.indexOf("ANMF", at + 1)) {
            Arrays.fill(bytes, at + 20, at + 23, (byte) 0);
        }
        try {
            Files.write(webp, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage recolored(BufferedImage image, UnaryOperator<Color> change) {
        BufferedImage changed = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                changed.setRGB(x, y, change.apply(new Color(image.getRGB(x, y))).getRGB());
            }
        }
        return changed;
    }

    private static void append(Map<Recipe, Path> files, byte[] bytes) {
        files.values().forEach(file -> {
            try {
                Files.write(file, bytes, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
