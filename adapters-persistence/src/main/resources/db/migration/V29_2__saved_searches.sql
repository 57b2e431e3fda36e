-- Searches that people make again.
CREATE TABLE saved_searches (
    id         uuid        PRIMARY KEY,
    owner_id   uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    name       text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 128),
    text       text        NOT NULL CHECK (char_length(text) BETWEEN 1 AND 500),
    sort       text        CHECK (char_length(sort) <= 50),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);
CREATE INDEX saved_searches_owner ON saved_searches (owner_id, id);
