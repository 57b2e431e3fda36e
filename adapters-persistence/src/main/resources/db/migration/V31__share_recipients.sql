-- To whom a link was given under their names, each with an address of their own. What is null is as the link has it.
CREATE TABLE share_recipients (
    id              uuid        PRIMARY KEY,
    share_id        uuid        NOT NULL REFERENCES shares ON DELETE CASCADE,
    token_hash      bytea       NOT NULL CONSTRAINT share_recipients_token UNIQUE CHECK (octet_length(token_hash) = 32),
    sealed_token    bytea       NOT NULL,
    name            text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 64),
    email           text        CHECK (char_length(email) BETWEEN 1 AND 254),
    expires_at      timestamptz,
    max_views       integer     CHECK (max_views BETWEEN 1 AND 1000000),
    max_downloads   integer     CHECK (max_downloads BETWEEN 1 AND 1000000),
    allow_download  text        CHECK (allow_download IN ('none', 'preview', 'original')),
    allow_upload    boolean,
    allow_comments  boolean,
    allow_selection boolean,
    watermark       boolean,
    active          boolean     NOT NULL,
    views           bigint      NOT NULL DEFAULT 0,
    downloads       bigint      NOT NULL DEFAULT 0,
    seen_at         timestamptz,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    version         bigint      NOT NULL
) WITH (fillfactor = 80); -- counts change with every visit
CREATE INDEX share_recipients_share ON share_recipients (share_id, id);
-- A name tells a recipient from the others in the mark.
CREATE UNIQUE INDEX share_recipients_name ON share_recipients (share_id, lower(name));
