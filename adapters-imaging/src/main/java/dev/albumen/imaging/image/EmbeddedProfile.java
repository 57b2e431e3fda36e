package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** The ICC profile of those kinds whose ImageIO readers leave it out: PNG and WebP. */
public final class EmbeddedProfile {

    private static final int MAX_BYTES = 4 << 20;

    private EmbeddedProfile() {}

    /** Empty where there is none, or none for RGB that can be read. */
    public static Optional<ICC_Profile> read(FileBytes file, MediaType mediaType) throws IOException, BrokenFileException {
        byte[] bytes = switch (mediaType) {
            case PNG -> ofPng(file);
            case WEBP -> ofWebp(file);
            case JPEG, GIF, TIFF, AVIF, HEIC, JXL, MP4, MOV, WEBM -> new byte[0];
        };
        if (bytes.length == 0) {
            return Optional.empty();
        }
        try {
            ICC_Profile profile = ICC_Profile.getInstance(bytes);
            return profile.getColorSpaceType() == ColorSpace.TYPE_RGB ? Optional.of(profile) : Optional.empty();
        } catch (RuntimeException e) {
            // a broken profile is no reason to refuse the picture
            return Optional.empty();
        }
    }

    private static byte[] ofPng(FileBytes file) throws IOException, BrokenFileException {
        PngChunks chunks = new PngChunks(file);
        PngChunks.Chunk chunk = chunks.next();
        while (!chunk.type().equals("IDAT") && !chunk.type().equals("IEND")) {
            if (chunk.type().equals("iCCP") && chunk.length() <= MAX_BYTES) {
                return inflated(file.bytes(chunk.data(), (int) chunk.length()));
            }
            chunk = chunks.next();
        }
        return new byte[0];
    }

    private static byte[] inflated(byte[] chunk) {
        int start = 0;
        while (start < chunk.length && chunk[start] != 0) {
            start++;
        }
        if (start + 2 >= chunk.length) {
            return new byte[0];
        }
        byte[] packed = Arrays.copyOfRange(chunk, start + 2, chunk.length);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = in.readNBytes(MAX_BYTES);
            return bytes.length < MAX_BYTES ? bytes : new byte[0];
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static byte[] ofWebp(FileBytes file) throws IOException, BrokenFileException {
        WebpChunks chunks = new WebpChunks(file);
        for (Optional<WebpChunks.Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
            if (chunk.get().name().equals("ICCP") && chunk.get().length() <= MAX_BYTES) {
                return file.bytes(chunk.get().data(), (int) chunk.get().length());
            }
        }
        return new byte[0];
    }
}
