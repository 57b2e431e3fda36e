-- Comparisons of rows with blobs, as far as each has come.
CREATE TABLE storage_checks (
    id          uuid        PRIMARY KEY,
    repairs     boolean     NOT NULL,
    started_at  timestamptz NOT NULL,
    started_by  uuid,
    updated_at  timestamptz NOT NULL,
    finished_at timestamptz,
    phase       text        NOT NULL CHECK (phase IN ('ORIGINALS', 'BLOBS', 'DONE')),
    place       text        NOT NULL,
    contents    bigint      NOT NULL,
    checked_contents   bigint NOT NULL DEFAULT 0,
    checked_bytes      bigint NOT NULL DEFAULT 0,
    missing            bigint NOT NULL DEFAULT 0,
    truncated          bigint NOT NULL DEFAULT 0,
    altered            bigint NOT NULL DEFAULT 0,
    missing_renditions bigint NOT NULL DEFAULT 0,
    rerendered         bigint NOT NULL DEFAULT 0,
    listed_blobs       bigint NOT NULL DEFAULT 0,
    orphans            bigint NOT NULL DEFAULT 0,
    young_orphans      bigint NOT NULL DEFAULT 0,
    version     bigint      NOT NULL,
    CHECK ((phase = 'DONE') = (finished_at IS NOT NULL))
);
CREATE INDEX storage_checks_latest ON storage_checks (started_at, id);
-- One at a time.
CREATE UNIQUE INDEX storage_checks_going ON storage_checks ((true)) WHERE finished_at IS NULL;

-- No reference to images: what was found stays known when an image is deleted for it.
CREATE TABLE storage_defects (
    check_id uuid NOT NULL REFERENCES storage_checks ON DELETE CASCADE,
    image_id uuid NOT NULL,
    kind     text NOT NULL CHECK (kind IN ('MISSING', 'TRUNCATED', 'ALTERED', 'MISSING_RENDITIONS')),
    PRIMARY KEY (check_id, image_id)
);
