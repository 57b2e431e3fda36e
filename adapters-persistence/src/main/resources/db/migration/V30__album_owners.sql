-- Albums come to have another owner, who sees in them what the one before did not, and the other way round.

CREATE FUNCTION album_handed_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.image_count := (SELECT count(*) FROM album_images ai JOIN images i ON i.id = ai.image_id
        WHERE ai.album_id = NEW.id AND i.trashed_at IS NULL AND (i.status = 'ready' OR i.owner_id = NEW.owner_id));
    RETURN NEW;
END $$;
CREATE TRIGGER album_handed_over BEFORE UPDATE OF owner_id ON albums
    FOR EACH ROW WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id) EXECUTE FUNCTION album_handed_over();

-- Whose an album is must hold still while what it shows its owner is counted. So it is locked before: of the triggers on one
-- statement, those run first whose names come first, and "albums_held" comes before "counted", "deleted" and "inserted".
CREATE FUNCTION hold_albums(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM albums WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
END $$;

CREATE FUNCTION album_images_hold_albums() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM hold_albums((SELECT array_agg(DISTINCT album_id) FROM changed));
    RETURN NULL;
END $$;
CREATE TRIGGER album_images_albums_held_in AFTER INSERT ON album_images
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION album_images_hold_albums();
CREATE TRIGGER album_images_albums_held_out AFTER DELETE ON album_images
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION album_images_hold_albums();

CREATE FUNCTION images_hold_albums() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM hold_albums((SELECT array_agg(DISTINCT ai.album_id)
        FROM before o JOIN after n ON n.id = o.id JOIN album_images ai ON ai.image_id = n.id
        WHERE (n.trashed_at IS NULL, n.status) IS DISTINCT FROM (o.trashed_at IS NULL, o.status)));
    RETURN NULL;
END $$;
CREATE TRIGGER images_albums_held AFTER UPDATE ON images
    REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION images_hold_albums();
