package dev.albumen.bootstrap.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The photographs that are uploaded: somebody's own, or made here once and kept. */
public final class Photos {

    private static final int COUNT = 4;
    private static final int WIDTH = 4000;
    /** What is quickly decoded, where pixels are no matter. */
    private static final int SMALL_WIDTH = 480;
    /** With this much noise and quality a picture has as many bytes as telephones write: about 3.7 MB. */
    private static final double NOISE = 10.2;
    private static final float QUALITY = 0.85f;

    private Photos() {}

    /** Every JPEG of a folder. */
    public static List<Photo> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Photo> photos = new ArrayList<>();
            for (Path file : files.filter(Photos::isJpeg).sorted().toList()) {
                photos.add(new Photo(file.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_"), Files.readAllBytes(file)));
            }
            if (photos.isEmpty()) {
                throw new BenchFailed("--photos: there is no JPEG in " + folder);
            }
            return photos;
        } catch (IOException e) {
            throw new BenchFailed("--photos: " + folder + " cannot be read");
        }
    }

    /** Pictures of 12 megapixels with the noise of a real sensor, made on the first call and kept in the folder. */
    public static List<Photo> made(Path folder) {
        try {
            return made(folder, WIDTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pictures that cost next to nothing to render, made in the folder. */
    public static List<Photo> small(Path folder) {
        try {
            return made(folder, SMALL_WIDTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Photo> made(Path folder, int width) throws IOException {
        Files.createDirectories(folder);
        for (int seed = 1; seed <= COUNT; seed++) {
            Path file = folder.resolve("made-" + seed + ".jpg");
            if (!Files.exists(file)) {
                Path draft = Files.createTempFile(folder, "made", ".tmp");
                write(picture(seed, width), draft);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return in(folder);
    }

    private static boolean isJpeg(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    private static BufferedImage picture(int seed, int width) {
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage image = new BufferedImage(width, width * 3 / 4, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                double shape = 60 * Math.sin(x / (170.0 + 40 * seed)) * Math.cos(y / 230.0) + 30 * Math.sin((x + y) / 37.0);
                double grain = random.nextGaussian() * NOISE;
                row[x] = level(140 + shape + grain) << 16
                        | level(120 + shape * 0.7 + grain) << 8
                        | level(100 - shape * 0.5 + grain);
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
