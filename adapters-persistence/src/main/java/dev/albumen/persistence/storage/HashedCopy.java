package dev.albumen.persistence.storage;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Copies a sender's stream to a file in pieces, up to a limit, and hashes what passes. */
final class HashedCopy {

    private static final int PIECE_BYTES = 128 * 1024;

    private final InputStream from;
    private final FileChannel to;
    private final long maxBytes;
    private final MessageDigest digest;
    private final CRC32 crc = new CRC32();

    HashedCopy(InputStream from, FileChannel to, long maxBytes) {
        this.from = from;
        this.to = to;
        this.maxBytes = maxBytes;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /**
     * Copies to the stream's end. Returns the number of bytes.
     *
     * @throws IOException where the file cannot be written
     * @throws RefusedException where the sender breaks off or sends too much
     */
    long run() throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        long copied = 0;
        while (true) {
            long left = maxBytes - copied;
            // One byte more than is left shows that there is too much, without reading on.
            int wanted = left < PIECE_BYTES ? (int) left + 1 : PIECE_BYTES;
            int read = fill(piece, wanted);
            if (read > left) {
                throw new Refusal.TooLarge("file-too-large", "The file has more than " + maxBytes + " bytes.").thrown();
            }
            digest.update(piece, 0, read);
            crc.update(piece, 0, read);
            write(ByteBuffer.wrap(piece, 0, read));
            copied += read;
            if (read < wanted) {
                return copied;
            }
        }
    }

    /** Of all that has been copied; asked once. */
    Sha256 sha256() {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /** Of all that has been copied. */
    long crc32() {
        return crc.getValue();
    }

    /** Networks give small pieces: gathers them, so that the disk gets large ones. */
    private int fill(byte[] piece, int wanted) {
        try {
            return from.readNBytes(piece, 0, wanted);
        } catch (IOException e) {
            throw Refusal.invalid("file", "upload-interrupted", "The upload broke off before its end.");
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }
}
