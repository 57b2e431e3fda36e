-- Uploads whose bytes come in parts, one after the other. Each part is a blob of its own.
ALTER TABLE uploads ADD COLUMN resumable boolean NOT NULL DEFAULT false;

CREATE TABLE upload_parts (
    upload_id uuid   NOT NULL REFERENCES uploads ON DELETE CASCADE,
    -- Where it begins, which is where the one before ends.
    starts_at bigint NOT NULL CHECK (starts_at >= 0),
    id        uuid   NOT NULL,
    byte_size bigint NOT NULL CHECK (byte_size > 0),
    PRIMARY KEY (upload_id, starts_at)
);
