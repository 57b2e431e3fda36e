-- Archives whose pictures are brought in, as far as each has come. They go with their owner's account.
CREATE TABLE imports (
    id          uuid        PRIMARY KEY,
    owner_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    session_id  uuid        NOT NULL,
    byte_size   bigint      NOT NULL,
    place       integer     NOT NULL,
    found       integer     NOT NULL,
    imported    integer     NOT NULL,
    existing    integer     NOT NULL,
    skipped     integer     NOT NULL,
    failed      integer     NOT NULL,
    failure     text,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    finished_at timestamptz,
    expires_at  timestamptz NOT NULL,
    version     bigint      NOT NULL
) WITH (fillfactor = 70); -- changes with every picture
CREATE INDEX imports_owner ON imports (owner_id, id);
CREATE INDEX imports_going ON imports (expires_at) WHERE finished_at IS NULL;
CREATE INDEX imports_finished ON imports (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE import_left_out (
    id        uuid PRIMARY KEY DEFAULT uuidv7(),
    import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
    path      text NOT NULL,
    outcome   text NOT NULL CHECK (outcome IN ('SKIPPED', 'FAILED')),
    code      text NOT NULL,
    detail    text NOT NULL
);
CREATE INDEX import_left_out_import ON import_left_out (import_id, id);

-- Where things of an archive went, so that an import that goes on finds them again.
CREATE TABLE import_albums (
    import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
    source    text NOT NULL,
    album_id  uuid NOT NULL REFERENCES albums ON DELETE CASCADE,
    PRIMARY KEY (import_id, source)
);
CREATE INDEX import_albums_album ON import_albums (album_id);
