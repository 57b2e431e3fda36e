-- Sizes and CRC-32s of blobs, so that an archive's layout is known without reading what it holds. By content, not by image:
-- images that share bytes share blobs. A blob without a row is read once when somebody needs its sum.
CREATE TABLE blob_sums (
    sha256    bytea  NOT NULL CONSTRAINT blob_sums_sha256 CHECK (length(sha256) = 32),
    -- The rendition's file name; empty for the original.
    name      text   NOT NULL,
    byte_size bigint NOT NULL CONSTRAINT blob_sums_byte_size CHECK (byte_size >= 0),
    crc32     bigint NOT NULL CONSTRAINT blob_sums_crc32 CHECK (crc32 BETWEEN 0 AND 4294967295),
    PRIMARY KEY (sha256, name)
);
