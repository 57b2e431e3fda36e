-- Who somebody is at a provider of identities, and the tokens of providers that were brought here.

CREATE TABLE identities (
    issuer   text        NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
    subject  text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    user_id  uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    provider text        NOT NULL CHECK (length(provider) <= 32),
    since    timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX identities_user ON identities (user_id, since);

-- No reference to the session: a token whose session has ended must begin no other.
CREATE TABLE foreign_tokens (
    hash       text        PRIMARY KEY CHECK (length(hash) = 64),
    session_id uuid        NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX foreign_tokens_expiry ON foreign_tokens (expires_at);
