-- Files that were announced and are sent by themselves. Each has a reservation with its own id until it is completed.
CREATE TABLE uploads (
    id          uuid        PRIMARY KEY,
    owner_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    -- Neither is a reference: an album or an image that is gone is found out when somebody asks.
    album_id    uuid,
    filename    text        NOT NULL CHECK (char_length(filename) BETWEEN 1 AND 255),
    byte_size   bigint      NOT NULL CHECK (byte_size > 0),
    media_type  text        NOT NULL CHECK (char_length(media_type) <= 50),
    sha256      bytea       CHECK (octet_length(sha256) = 32),
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    -- What became of it.
    image_id    uuid,
    duplicate   boolean     NOT NULL DEFAULT false
);
CREATE INDEX uploads_open ON uploads (owner_id) WHERE image_id IS NULL;
CREATE INDEX uploads_owner ON uploads (owner_id);
CREATE INDEX uploads_expiry ON uploads (expires_at);
