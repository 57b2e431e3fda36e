-- How those who hold a link choose pictures of it, as its owner wants it; no row where nothing was said.
CREATE TABLE selection_configs (
    share_id       uuid        PRIMARY KEY REFERENCES shares ON DELETE CASCADE,
    enabled        boolean     NOT NULL,
    title          text        CHECK (char_length(title) BETWEEN 1 AND 127),
    item_limit     integer     CHECK (item_limit BETWEEN 1 AND 10000),
    allow_comments boolean     NOT NULL,
    require_name   boolean     NOT NULL,
    require_email  boolean     NOT NULL,
    require_phone  boolean     NOT NULL,
    require_note   boolean     NOT NULL,
    deadline       timestamptz,
    updated_at     timestamptz NOT NULL,
    version        bigint      NOT NULL
);

-- What each client chooses. Who they are goes with the link, and with it the link's owner.
CREATE TABLE selections (
    id               uuid        PRIMARY KEY,
    share_id         uuid        NOT NULL REFERENCES shares ON DELETE CASCADE,
    token_hash       bytea       NOT NULL CONSTRAINT selections_token UNIQUE CHECK (octet_length(token_hash) = 32),
    password_version integer     NOT NULL,
    name             text,
    email            text,
    phone            text,
    note             text,
    status           text        NOT NULL CHECK (status IN ('open', 'submitted', 'delivered', 'accepted', 'closed')),
    round            integer     NOT NULL CHECK (round > 0),
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    used_at          timestamptz NOT NULL,
    submitted_at     timestamptz,
    version          bigint      NOT NULL
) WITH (fillfactor = 80); -- changes with every picture
CREATE INDEX selections_share ON selections (share_id, id);

-- A picture that the link does not show any more keeps its row, so that it is back when it is shown again.
CREATE TABLE selection_items (
    selection_id uuid        NOT NULL REFERENCES selections ON DELETE CASCADE,
    image_id     uuid        NOT NULL REFERENCES images ON DELETE CASCADE,
    comment      text,
    stars        integer     CHECK (stars BETWEEN 1 AND 5),
    color        text        CHECK (color IN ('red', 'yellow', 'green', 'blue', 'purple')),
    chosen_at    timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    PRIMARY KEY (selection_id, image_id)
);
CREATE INDEX selection_items_image ON selection_items (image_id);

-- Whoever made the link is told when a client submits.
CREATE FUNCTION tell_of_selection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM tell_user(s.owner_id, 'selection.submitted', json_build_object(
        'shareId', NEW.share_id, 'selectionId', NEW.id, 'round', NEW.round)::text)
    FROM shares s WHERE s.id = NEW.share_id;
    RETURN NULL;
END $$;
CREATE TRIGGER selections_tell AFTER UPDATE OF status ON selections
    FOR EACH ROW WHEN (OLD.status <> NEW.status AND NEW.status = 'submitted')
    EXECUTE FUNCTION tell_of_selection();
