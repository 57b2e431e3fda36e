-- What a share link allows, from when on, and how often.

ALTER TABLE shares
    ADD COLUMN slug           text CONSTRAINT shares_slug UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,62}[a-z0-9]$'),
    ADD COLUMN starts_at      timestamptz,
    ADD COLUMN max_views      integer CHECK (max_views BETWEEN 1 AND 1000000),
    ADD COLUMN max_downloads  integer CHECK (max_downloads BETWEEN 1 AND 1000000),
    ADD COLUMN allow_upload   boolean NOT NULL DEFAULT false,
    ADD COLUMN allow_comments boolean NOT NULL DEFAULT false,
    ADD CHECK (starts_at < expires_at);
