package dev.albumen.imaging.image;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import dev.albumen.domain.image.MediaType;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the blocks of metadata in a file and reads what is harmless: EXIF by metadata-extractor from a digest, and
 * plain text. Compressed text is left out: it can inflate without bound.
 */
final class MetadataBlocks {

    private static final int MAX_TEXT_BYTES = 4096;
    private static final int MAX_TEXTS = 100;
    private static final int APP1 = 0xE1;
    private static final int COMMENT = 0xFE;
    private static final String EXIF = "Exif\0\0";

    private final FileBytes file;
    private final Metadata exif = new Metadata();
    private final Map<String, String> texts = new LinkedHashMap<>();

    MetadataBlocks(FileBytes file) {
        this.file = file;
    }

    /** EXIF's directories. */
    Metadata exif() {
        return exif;
    }

    /** Comments and PNG's texts, by name. */
    Map<String, String> texts() {
        return texts;
    }

    void read(MediaType mediaType) throws IOException, BrokenFileException {
        file.order(ByteOrder.BIG_ENDIAN);
        switch (mediaType) {
            case JPEG -> readJpeg();
            case PNG -> readPng();
            case WEBP -> readWebp();
            case TIFF -> readExif(0, file.size());
            case GIF, AVIF, HEIC, JXL, MP4, MOV, WEBM -> { }
        }
    }

    private void readJpeg() throws IOException, BrokenFileException {
        JpegSegments segments = new JpegSegments(file);
        JpegSegments.Segment segment = segments.next();
        while (segment.marker() != JpegSegments.SOS && segment.marker() != JpegSegments.EOI) {
            if (segment.marker() == APP1 && latin1(segment.data(), Math.min(segment.length(), EXIF.length())).equals(EXIF)) {
                readExif(segment.data() + EXIF.length(), segment.length() - EXIF.length());
                file.order(ByteOrder.BIG_ENDIAN);
            } else if (segment.marker() == COMMENT) {
                putText("Comment", new String(start(segment.data(), segment.length()), StandardCharsets.UTF_8));
            }
            segment = segments.next();
        }
    }

    private void readPng() throws IOException, BrokenFileException {
        PngChunks chunks = new PngChunks(file);
        PngChunks.Chunk chunk = chunks.next();
        while (!chunk.type().equals("IEND")) {
            switch (chunk.type()) {
                case "eXIf" -> {
                    readExif(chunk.data(), chunk.length());
                    file.order(ByteOrder.BIG_ENDIAN);
                }
                case "tEXt" -> {
                    String text = new String(start(chunk.data(), chunk.length()), StandardCharsets.ISO_8859_1);
                    int zero = text.indexOf('\0');
                    if (zero > 0) {
                        putText(text.substring(0, zero), text.substring(zero + 1));
                    }
                }
                default -> { }
            }
            chunk = chunks.next();
        }
    }

    private void readWebp() throws IOException, BrokenFileException {
        WebpChunks chunks = new WebpChunks(file);
        for (Optional<WebpChunks.Chunk> next = chunks.next(); next.isPresent(); next = chunks.next()) {
            WebpChunks.Chunk chunk = next.get();
            if (chunk.name().equals("EXIF") && chunk.length() > EXIF.length()) {
                // some writers keep JPEG's prefix, which does not belong here
                int prefix = latin1(chunk.data(), EXIF.length()).equals(EXIF) ? EXIF.length() : 0;
                readExif(chunk.data() + prefix, chunk.length() - prefix);
                file.order(ByteOrder.LITTLE_ENDIAN);
            }
        }
    }

    private void readExif(long at, long length) throws IOException, BrokenFileException {
        if (length > 0 && exif.getDirectoryCount() == 0) {
            Optional<byte[]> digest = ExifDigest.of(file, at, length);
            digest.ifPresent(bytes -> new ExifReader().extract(new ByteArrayReader(bytes), exif));
        }
    }

    private void putText(String name, String text) {
        if (texts.size() < MAX_TEXTS) {
            texts.putIfAbsent(name, text);
        }
    }

    private byte[] start(long at, long length) throws IOException, BrokenFileException {
        return file.bytes(at, (int) Math.min(length, MAX_TEXT_BYTES));
    }

    private String latin1(long at, int length) throws IOException, BrokenFileException {
        return new String(file.bytes(at, length), StandardCharsets.ISO_8859_1);
    }
}
