-- Moves of all blobs from one storage to another, as far as each has come.
CREATE TABLE storage_moves (
    id            uuid        PRIMARY KEY,
    from_place    text        NOT NULL CHECK (from_place IN ('DISK', 'S3')),
    to_place      text        NOT NULL CHECK (to_place IN ('DISK', 'S3') AND to_place <> from_place),
    state         text        NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'STUCK', 'FINISHED')),
    phase         text        NOT NULL CHECK (phase IN ('SETTLING', 'COPYING', 'KEEPING', 'DELETING', 'CHECKING')),
    turning       boolean     NOT NULL,
    place         text        NOT NULL,
    rate_mib      integer     CHECK (rate_mib > 0),
    keep_seconds  bigint      NOT NULL CHECK (keep_seconds >= 0),
    started_at    timestamptz NOT NULL,
    started_by    uuid,
    phase_at      timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    finished_at   timestamptz,
    copied        bigint      NOT NULL DEFAULT 0,
    copied_bytes  bigint      NOT NULL DEFAULT 0,
    deleted       bigint      NOT NULL DEFAULT 0,
    retried       bigint      NOT NULL DEFAULT 0,
    problem       text        NOT NULL DEFAULT '',
    worker        uuid,
    version       bigint      NOT NULL,
    CHECK ((state = 'FINISHED') = (finished_at IS NOT NULL))
);
CREATE INDEX storage_moves_latest ON storage_moves (started_at, id);
-- One at a time.
CREATE UNIQUE INDEX storage_moves_going ON storage_moves ((true)) WHERE finished_at IS NULL;

-- Blobs on their way. Keys are compared by bytes, as the stores list them.
CREATE TABLE moved_blobs (
    move_id     uuid        NOT NULL REFERENCES storage_moves ON DELETE CASCADE,
    key         text        NOT NULL COLLATE "C",
    state       text        NOT NULL CHECK (state IN ('COPYING', 'KEPT', 'FAILED')),
    byte_size   bigint      NOT NULL,
    modified_at timestamptz,
    tries       integer     NOT NULL DEFAULT 0,
    problem     text        NOT NULL DEFAULT '',
    PRIMARY KEY (move_id, key),
    CHECK (state <> 'KEPT' OR modified_at IS NOT NULL)
);
CREATE INDEX moved_blobs_next ON moved_blobs (move_id, state, tries, key);
