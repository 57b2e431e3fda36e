-- Albums in albums. How they lie in each other is kept at each of them, so that nothing has to climb to see what a member of
-- one that is further up may do.
ALTER TABLE albums
    ADD COLUMN parent_id uuid REFERENCES albums ON DELETE CASCADE,
    -- From the top down to the album itself.
    ADD COLUMN path      uuid[] NOT NULL DEFAULT '{}';
UPDATE albums SET path = ARRAY[id];
ALTER TABLE albums
    ADD CONSTRAINT albums_levels CHECK (cardinality(path) BETWEEN 1 AND 8),
    ADD CONSTRAINT albums_master_alone CHECK (NOT master OR parent_id IS NULL);
CREATE INDEX albums_parent ON albums (parent_id, id) WHERE parent_id IS NOT NULL;
CREATE INDEX albums_path ON albums USING gin (path) WHERE parent_id IS NOT NULL;

CREATE FUNCTION album_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR NEW.parent_id IS DISTINCT FROM OLD.parent_id THEN
        NEW.path := coalesce((SELECT holder.path FROM albums holder WHERE holder.id = NEW.parent_id), '{}') || NEW.id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER album_placed BEFORE INSERT OR UPDATE OF parent_id ON albums FOR EACH ROW EXECUTE FUNCTION album_placed();

-- What lies in an album that was moved has another way from the top.
CREATE FUNCTION album_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE albums SET path = NEW.path || path[cardinality(OLD.path) + 1:]
    WHERE parent_id IS NOT NULL AND path @> ARRAY[NEW.id] AND id <> NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER album_moved AFTER UPDATE OF parent_id ON albums
    FOR EACH ROW WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION album_moved();
