package dev.albumen.application.rendition;

import dev.albumen.domain.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Text that was made for an archive, kept small until it is sent: lists of thousands of files wait in memory for that. */
public final class PackedBytes {

    private final byte[] packed;
    private final long byteSize;
    private final long crc32;
    private final Sha256 sha256;

    private PackedBytes(byte[] packed, long byteSize, long crc32, Sha256 sha256) {
        this.packed = packed;
        this.byteSize = byteSize;
        this.crc32 = crc32;
        this.sha256 = sha256;
    }

    public static PackedBytes of(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed)) {
            deflating.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PackedBytes(packed.toByteArray(), bytes.length, crc.getValue(), Sha256.of(bytes));
    }

    public long byteSize() {
        return byteSize;
    }

    /** 32 bits without a sign. */
    public long crc32() {
        return crc32;
    }

    public Sha256 sha256() {
        return sha256;
    }

    /** The bytes from there on. The caller closes. */
    InputStream open(long from) throws IOException {
        InputStream bytes = new InflaterInputStream(new ByteArrayInputStream(packed));
        bytes.skipNBytes(from);
        return bytes;
    }
}
