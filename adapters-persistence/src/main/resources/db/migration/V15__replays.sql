-- Answers to requests that bear an Idempotency-Key, sealed with the instance's key, for a day.
CREATE TABLE replays (
    scope       text        NOT NULL,
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    part        integer     NOT NULL CHECK (part >= 0),
    -- An HMAC: a plain hash of a small request could be guessed from, a password with it.
    fingerprint text        NOT NULL,
    answer      bytea       NOT NULL,
    kept_at     timestamptz NOT NULL,
    PRIMARY KEY (scope, name, part)
);
CREATE INDEX replays_kept_at ON replays (kept_at);
