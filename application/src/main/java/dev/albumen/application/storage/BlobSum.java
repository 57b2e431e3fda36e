package dev.albumen.application.storage;

/**
 * What an archive has to say of a blob ahead of its bytes.
 *
 * @param byteSize at least 0
 * @param crc32 as {@link java.util.zip.CRC32} gives it: 32 bits without a sign
 */
public record BlobSum(long byteSize, long crc32) {

    private static final long MAX_CRC = 0xffff_ffffL;

    public BlobSum {
        if (byteSize < 0 || crc32 < 0 || crc32 > MAX_CRC) {
            throw new IllegalArgumentException(byteSize + " bytes with the CRC " + crc32);
        }
    }
}
