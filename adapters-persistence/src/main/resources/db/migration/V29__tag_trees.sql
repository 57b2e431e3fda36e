-- Tags in tags, and what some of them have in common.
CREATE TABLE categories (
    id          uuid        PRIMARY KEY,
    owner_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    name        text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 64),
    -- The same for names that count as one.
    name_key    text        COLLATE "C" NOT NULL,
    color       text        CHECK (color ~ '^#[0-9a-f]{6}$'),
    description text        NOT NULL CHECK (char_length(description) <= 500),
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    version     bigint      NOT NULL,
    CONSTRAINT categories_name UNIQUE (owner_id, name_key)
);

-- How tags lie in each other is kept at each of them, so that nothing has to climb to see whether an image bears one of them.
ALTER TABLE tags
    ADD COLUMN category_id uuid REFERENCES categories ON DELETE SET NULL,
    -- Whoever deletes a tag first moves what lies in it.
    ADD COLUMN parent_id   bigint REFERENCES tags,
    -- From the top down to the tag itself.
    ADD COLUMN path        bigint[] NOT NULL DEFAULT '{}';
UPDATE tags SET path = ARRAY[id];
ALTER TABLE tags ADD CONSTRAINT tags_levels CHECK (cardinality(path) BETWEEN 1 AND 8);
CREATE INDEX tags_parent ON tags (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX tags_category ON tags (category_id) WHERE category_id IS NOT NULL;

CREATE FUNCTION tag_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR NEW.parent_id IS DISTINCT FROM OLD.parent_id THEN
        NEW.path := coalesce((SELECT holder.path FROM tags holder WHERE holder.id = NEW.parent_id), '{}') || NEW.id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tag_placed BEFORE INSERT OR UPDATE OF parent_id ON tags FOR EACH ROW EXECUTE FUNCTION tag_placed();

-- What lies in a tag that was moved has another way from the top.
CREATE FUNCTION tag_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE tags SET path = NEW.path || path[array_position(path, NEW.id) + 1:]
    WHERE owner_id = NEW.owner_id AND parent_id IS NOT NULL AND id <> NEW.id AND NEW.id = ANY (path);
    RETURN NULL;
END $$;
CREATE TRIGGER tag_moved AFTER UPDATE OF parent_id ON tags
    FOR EACH ROW WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION tag_moved();
