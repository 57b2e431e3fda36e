-- Accounts, sessions, invites and the keys that sign access tokens.

CREATE TABLE users (
    id                  uuid        PRIMARY KEY,
    username            text        NOT NULL CONSTRAINT users_username UNIQUE CHECK (username ~ '^[a-z0-9._-]{3,64}$'),
    email               text        NOT NULL CONSTRAINT users_email UNIQUE CHECK (length(email) <= 254),
    display_name        text        NOT NULL CHECK (length(display_name) BETWEEN 1 AND 100),
    role                text        NOT NULL CHECK (role IN ('user', 'moderator', 'admin', 'superadmin')),
    password_hash       text        NOT NULL,
    password_changed_at timestamptz NOT NULL,
    quota_bytes         bigint      CHECK (quota_bytes >= 0),
    used_bytes          bigint      NOT NULL DEFAULT 0 CHECK (used_bytes >= 0),
    reserved_bytes      bigint      NOT NULL DEFAULT 0 CHECK (reserved_bytes >= 0),
    disabled            boolean     NOT NULL DEFAULT false,
    deletion_due_at     timestamptz,
    created_at          timestamptz NOT NULL,
    updated_at          timestamptz NOT NULL,
    version             bigint      NOT NULL
) WITH (fillfactor = 80); -- used_bytes changes with every upload: room for it on the same page
CREATE INDEX users_deletion_due ON users (deletion_due_at) WHERE deletion_due_at IS NOT NULL;
CREATE INDEX users_leading ON users (role) WHERE role <> 'user';

-- A session that is over has no row.
CREATE TABLE sessions (
    id         uuid        PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    client     text        CHECK (length(client) <= 200),
    created_at timestamptz NOT NULL,
    renewed_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id, id DESC);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- Spent tokens stay as long as their session, so that whoever brings one again is noticed.
CREATE TABLE refresh_tokens (
    hash       text    PRIMARY KEY CHECK (length(hash) = 64),
    session_id uuid    NOT NULL REFERENCES sessions ON DELETE CASCADE,
    spent      boolean NOT NULL DEFAULT false
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);

CREATE TABLE invites (
    id         uuid        PRIMARY KEY,
    code_hash  text        NOT NULL UNIQUE CHECK (length(code_hash) = 64),
    created_by uuid        REFERENCES users ON DELETE SET NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    -- The account may come later in the transaction that uses the invite.
    used_by    uuid        REFERENCES users ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    used_at    timestamptz
);

CREATE TABLE signing_keys (
    kid         text        PRIMARY KEY,
    public_key  bytea       NOT NULL,
    -- Encrypted with the instance's key, which is not in the database.
    private_key bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    retired_at  timestamptz
);
CREATE UNIQUE INDEX signing_keys_one_signs ON signing_keys ((true)) WHERE retired_at IS NULL;
