package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** The ICC profile inside a picture's file. */
public final class EmbeddedProfile {

    private static final int MAX_BYTES = 4 << 20;
    private static final int APP2 = 0xE2;
    private static final byte[] NONE = {};
    private static final byte[] JPEG_NAME = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    /** The name, and this piece's number and how many there are. */
    private static final int JPEG_PREFIX = JPEG_NAME.length + 2;

    private EmbeddedProfile() {}

    /** The profile of those kinds whose ImageIO readers leave it out; empty where there is none for RGB. */
    public static Optional<ICC_Profile> leftToUs(FileBytes file, MediaType mediaType) throws IOException, BrokenFileException {
        return mediaType == MediaType.PNG || mediaType == MediaType.WEBP
                ? read(file, mediaType).filter(profile -> profile.getColorSpaceType() == ColorSpace.TYPE_RGB)
                : Optional.empty();
    }

    /** Empty where there is none, or none that can be read. */
    static Optional<ICC_Profile> read(FileBytes file, MediaType mediaType) throws IOException, BrokenFileException {
        byte[] bytes = switch (mediaType) {
            case JPEG -> ofJpeg(file);
            case PNG -> ofPng(file);
            case WEBP -> ofWebp(file);
            case GIF, TIFF, AVIF, HEIC, JXL, MP4, MOV, WEBM -> NONE;
        };
        if (bytes.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(ICC_Profile.getInstance(bytes));
        } catch (RuntimeException e) {
            // a broken profile is no reason to refuse the picture
            return Optional.empty();
        }
    }

    private static byte[] ofJpeg(FileBytes file) throws IOException, BrokenFileException {
        file.order(ByteOrder.BIG_ENDIAN);
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        JpegSegments segments = new JpegSegments(file);
        for (JpegSegments.Segment segment = segments.next();
                segment.marker() != JpegSegments.SOS && segment.marker() != JpegSegments.EOI;
                segment = segments.next()) {
            if (segment.marker() == APP2 && segment.length() > JPEG_PREFIX && pieces.size() < MAX_BYTES
                    && Arrays.equals(file.bytes(segment.data(), JPEG_NAME.length), JPEG_NAME)) {
                // in order, as all writers write them
                pieces.writeBytes(file.bytes(segment.data() + JPEG_PREFIX, segment.length() - JPEG_PREFIX));
            }
        }
        return pieces.toByteArray();
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
        return NONE;
    }

    private static byte[] inflated(byte[] chunk) {
        int start = 0;
        while (start < chunk.length && chunk[start] != 0) {
            start++;
        }
        if (start + 2 >= chunk.length) {
            return NONE;
        }
        byte[] packed = Arrays.copyOfRange(chunk, start + 2, chunk.length);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = in.readNBytes(MAX_BYTES);
            return bytes.length < MAX_BYTES ? bytes : NONE;
        } catch (IOException e) {
            return NONE;
        }
    }

    private static byte[] ofWebp(FileBytes file) throws IOException, BrokenFileException {
        WebpChunks chunks = new WebpChunks(file);
        for (Optional<WebpChunks.Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
            if (chunk.get().name().equals("ICCP") && chunk.get().length() <= MAX_BYTES) {
                return file.bytes(chunk.get().data(), (int) chunk.get().length());
            }
        }
        return NONE;
    }
}
