-- What the owners of links are told by mail, until it is sent. Whoever owns the link by then is told.
CREATE TABLE notices (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    share_id     uuid        NOT NULL REFERENCES shares ON DELETE CASCADE,
    recipient_id uuid        REFERENCES share_recipients ON DELETE CASCADE,
    kind         text        NOT NULL CHECK (kind IN ('opened', 'submitted', 'contributed', 'expiring', 'invited')),
    who          text,
    number       integer     NOT NULL DEFAULT 1,
    tries        integer     NOT NULL DEFAULT 0,
    made_at      timestamptz NOT NULL DEFAULT now(),
    due_at       timestamptz NOT NULL,
    forget_at    timestamptz NOT NULL DEFAULT now() + interval '3 days'
);
CREATE INDEX notices_due ON notices (due_at);
CREATE INDEX notices_recipient ON notices (recipient_id) WHERE recipient_id IS NOT NULL;
CREATE INDEX notices_forget ON notices (forget_at);
-- What comes in numbers is told together, until somebody begins to tell it.
CREATE UNIQUE INDEX notices_once ON notices (share_id, kind) WHERE kind IN ('contributed', 'expiring') AND tries = 0;

-- Of which end owners were told already.
CREATE TABLE told_ends (
    share_id   uuid        PRIMARY KEY REFERENCES shares ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);

ALTER TABLE user_settings ADD COLUMN quiet text[] NOT NULL DEFAULT '{}'
    CHECK (quiet <@ ARRAY['opened', 'submitted', 'contributed', 'expiring']);

-- Of a link that has recipients it says nothing who opened it first: they are told one by one.
CREATE FUNCTION notice_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO notices (share_id, kind, due_at)
    SELECT NEW.share_id, 'opened', now()
    WHERE NOT EXISTS (SELECT 1 FROM share_recipients r WHERE r.share_id = NEW.share_id);
    RETURN NULL;
END $$;
CREATE TRIGGER share_counts_notice AFTER UPDATE OF views ON share_counts
    FOR EACH ROW WHEN (OLD.views = 0 AND NEW.views > 0) EXECUTE FUNCTION notice_opened();

CREATE FUNCTION notice_recipient_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO notices (share_id, recipient_id, kind, who, due_at) VALUES (NEW.share_id, NEW.id, 'opened', NEW.name, now());
    RETURN NULL;
END $$;
CREATE TRIGGER share_recipients_notice AFTER UPDATE OF views ON share_recipients
    FOR EACH ROW WHEN (OLD.views = 0 AND NEW.views > 0) EXECUTE FUNCTION notice_recipient_opened();

CREATE FUNCTION notice_submitted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO notices (share_id, kind, who, due_at) VALUES (NEW.share_id, 'submitted', NEW.name, now());
    RETURN NULL;
END $$;
CREATE TRIGGER selections_notice AFTER UPDATE OF status ON selections
    FOR EACH ROW WHEN (OLD.status <> NEW.status AND NEW.status = 'submitted') EXECUTE FUNCTION notice_submitted();

CREATE FUNCTION notice_contributed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO notices AS n (share_id, kind, due_at) VALUES (NEW.share_id, 'contributed', now() + interval '10 minutes')
    ON CONFLICT (share_id, kind) WHERE kind IN ('contributed', 'expiring') AND tries = 0 DO UPDATE SET number = n.number + 1;
    RETURN NULL;
END $$;
CREATE TRIGGER contributions_notice AFTER INSERT ON contributions
    FOR EACH ROW WHEN (NEW.share_id IS NOT NULL) EXECUTE FUNCTION notice_contributed();
