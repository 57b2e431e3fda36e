-- What is derived from the catalogue and can never drift from it: counts of albums and tags, and words of images. Statement-level
-- triggers see all changed rows at once, so that loading many costs little more than loading one.

-- Adds to the counts of albums. Albums are locked in one order, so that two changes cannot wait for each other.
CREATE TYPE album_delta AS (album_id uuid, images bigint, ready bigint);
CREATE FUNCTION count_albums(deltas album_delta[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM albums WHERE id IN (SELECT d.album_id FROM unnest(deltas) d) ORDER BY id FOR NO KEY UPDATE;
    UPDATE albums a SET image_count = a.image_count + d.images, ready_count = a.ready_count + d.ready
    FROM unnest(deltas) d WHERE a.id = d.album_id;
END $$;

CREATE FUNCTION album_images_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sign   integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
    deltas album_delta[];
BEGIN
    SELECT array_agg(d) INTO deltas FROM (
        SELECT c.album_id,
               sign * count(*) FILTER (WHERE i.status = 'ready' OR i.owner_id = a.owner_id),
               sign * count(*) FILTER (WHERE i.status = 'ready')
        FROM changed c
            JOIN images i ON i.id = c.image_id AND i.trashed_at IS NULL
            JOIN albums a ON a.id = c.album_id
        GROUP BY c.album_id) d;
    IF deltas IS NOT NULL THEN
        PERFORM count_albums(deltas);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER album_images_inserted AFTER INSERT ON album_images
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION album_images_changed();
CREATE TRIGGER album_images_deleted AFTER DELETE ON album_images
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION album_images_changed();

-- The same for tags.
CREATE TYPE tag_delta AS (tag_id bigint, by_user bigint, by_labeler bigint);
CREATE FUNCTION count_tags(deltas tag_delta[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM tags WHERE id IN (SELECT d.tag_id FROM unnest(deltas) d) ORDER BY id FOR NO KEY UPDATE;
    UPDATE tags t SET user_count = t.user_count + d.by_user, labeler_count = t.labeler_count + d.by_labeler
    FROM unnest(deltas) d WHERE t.id = d.tag_id;
END $$;

CREATE FUNCTION image_tags_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sign   integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
    deltas tag_delta[];
BEGIN
    SELECT array_agg(d) INTO deltas FROM (
        SELECT c.tag_id,
               sign * count(*) FILTER (WHERE c.source = 'user'),
               sign * count(*) FILTER (WHERE c.source = 'labeler')
        FROM changed c JOIN images i ON i.id = c.image_id AND i.trashed_at IS NULL
        GROUP BY c.tag_id) d;
    IF deltas IS NOT NULL THEN
        PERFORM count_tags(deltas);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER image_tags_counted_in AFTER INSERT ON image_tags
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION image_tags_counted();
CREATE TRIGGER image_tags_counted_out AFTER DELETE ON image_tags
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION image_tags_counted();

-- A user's word takes the place of a labeler's.
CREATE FUNCTION image_tags_resourced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    deltas tag_delta[];
BEGIN
    SELECT array_agg(d) INTO deltas FROM (
        SELECT n.tag_id,
               sum((n.source = 'user')::int - (o.source = 'user')::int)::bigint,
               sum((n.source = 'labeler')::int - (o.source = 'labeler')::int)::bigint
        FROM before o
            JOIN after n USING (image_id, tag_id)
            JOIN images i ON i.id = n.image_id AND i.trashed_at IS NULL
        WHERE n.source <> o.source
        GROUP BY n.tag_id) d;
    IF deltas IS NOT NULL THEN
        PERFORM count_tags(deltas);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER image_tags_resourced AFTER UPDATE ON image_tags
    REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION image_tags_resourced();

-- An image that is deleted out of the trash counted for nothing. Any other must let go of what counts it while it is
-- still there to be looked at.
CREATE FUNCTION image_lets_go() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM album_images WHERE image_id = OLD.id;
    -- Where the whole account goes, its tags go too and count nothing any more.
    IF EXISTS (SELECT 1 FROM users WHERE id = OLD.owner_id) THEN
        DELETE FROM image_tags WHERE image_id = OLD.id;
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER image_lets_go BEFORE DELETE ON images
    FOR EACH ROW WHEN (OLD.trashed_at IS NULL) EXECUTE FUNCTION image_lets_go();

CREATE FUNCTION images_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    deltas     album_delta[];
    tag_deltas tag_delta[];
BEGIN
    SELECT array_agg(d) INTO deltas FROM (
        SELECT ai.album_id,
               sum((n.trashed_at IS NULL AND (n.status = 'ready' OR n.owner_id = a.owner_id))::int
                   - (o.trashed_at IS NULL AND (o.status = 'ready' OR o.owner_id = a.owner_id))::int)::bigint,
               sum((n.trashed_at IS NULL AND n.status = 'ready')::int
                   - (o.trashed_at IS NULL AND o.status = 'ready')::int)::bigint
        FROM before o
            JOIN after n ON n.id = o.id
            JOIN album_images ai ON ai.image_id = n.id
            JOIN albums a ON a.id = ai.album_id
        WHERE (n.trashed_at IS NULL, n.status) IS DISTINCT FROM (o.trashed_at IS NULL, o.status)
        GROUP BY ai.album_id) d;
    IF deltas IS NOT NULL THEN
        PERFORM count_albums(deltas);
    END IF;
    SELECT array_agg(d) INTO tag_deltas FROM (
        SELECT it.tag_id,
               coalesce(sum((n.trashed_at IS NULL)::int - (o.trashed_at IS NULL)::int) FILTER (WHERE it.source = 'user'), 0)::bigint,
               coalesce(sum((n.trashed_at IS NULL)::int - (o.trashed_at IS NULL)::int) FILTER (WHERE it.source = 'labeler'), 0)::bigint
        FROM before o
            JOIN after n ON n.id = o.id
            JOIN image_tags it ON it.image_id = n.id
        WHERE (n.trashed_at IS NULL) <> (o.trashed_at IS NULL)
        GROUP BY it.tag_id) d;
    IF tag_deltas IS NOT NULL THEN
        PERFORM count_tags(tag_deltas);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER images_counted AFTER UPDATE ON images
    REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION images_counted();

-- The words of images, apart from their rows: most changes of an image change no word, and words are dear to index.
-- Title weighs A, tags B, description C; D is what only those may search who may see it: file name, camera, lens.
CREATE TABLE image_words (
    image_id uuid     PRIMARY KEY REFERENCES images ON DELETE CASCADE,
    words    tsvector NOT NULL,
    plain    text     NOT NULL
);
CREATE INDEX image_words_words ON image_words USING gin (words);
CREATE INDEX image_words_plain ON image_words USING gin (plain gin_trgm_ops);

CREATE FUNCTION spaced(t text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN btrim(regexp_replace(folded(coalesce(t, '')), '[^[:alnum:]]+' COLLATE pg_c_utf8, ' ', 'g'));

-- Every word of what somebody typed as the beginning of a word, all of them; null where it holds none.
CREATE FUNCTION words_query(typed text, weights text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT to_tsquery('public.words', string_agg('''' || w || ''':*' || weights, ' & '))
            FROM string_to_table(spaced(typed), ' ') w WHERE w <> '');

CREATE FUNCTION index_words(ids uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO image_words (image_id, words, plain)
    SELECT i.id,
           setweight(to_tsvector('words', spaced(i.title)), 'A')
               || setweight(to_tsvector('words', spaced(t.names)), 'B')
               || setweight(to_tsvector('words', spaced(i.description)), 'C')
               || setweight(to_tsvector('words', spaced(concat_ws(' ', i.filename, i.camera, i.lens))), 'D'),
           spaced(concat_ws(' ', i.title, i.filename, t.names, i.description, i.camera, i.lens))
    FROM images i
        CROSS JOIN LATERAL (
            SELECT string_agg(tags.name, ' ' ORDER BY tags.name) AS names
            FROM image_tags it JOIN tags ON tags.id = it.tag_id WHERE it.image_id = i.id) t
    WHERE i.id = ANY (ids)
    ON CONFLICT (image_id) DO UPDATE SET words = EXCLUDED.words, plain = EXCLUDED.plain
        WHERE (image_words.words, image_words.plain) IS DISTINCT FROM (EXCLUDED.words, EXCLUDED.plain)
$$;

CREATE FUNCTION images_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM index_words((SELECT array_agg(id) FROM changed));
    RETURN NULL;
END $$;
CREATE TRIGGER images_inserted AFTER INSERT ON images
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION images_inserted();

CREATE FUNCTION images_reworded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ids uuid[];
BEGIN
    SELECT array_agg(n.id) INTO ids FROM before o JOIN after n ON n.id = o.id
    WHERE (n.title, n.filename, n.description, n.camera, n.lens)
        IS DISTINCT FROM (o.title, o.filename, o.description, o.camera, o.lens);
    IF ids IS NOT NULL THEN
        PERFORM index_words(ids);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER images_reworded AFTER UPDATE ON images
    REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION images_reworded();

CREATE FUNCTION image_tags_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM index_words((SELECT array_agg(DISTINCT image_id) FROM changed));
    RETURN NULL;
END $$;
CREATE TRIGGER image_tags_inserted AFTER INSERT ON image_tags
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION image_tags_changed();
CREATE TRIGGER image_tags_deleted AFTER DELETE ON image_tags
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION image_tags_changed();

CREATE FUNCTION tags_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM before o JOIN after n ON n.id = o.id WHERE n.name <> o.name) THEN
        PERFORM index_words((SELECT array_agg(DISTINCT it.image_id)
            FROM before o JOIN after n ON n.id = o.id JOIN image_tags it ON it.tag_id = n.id WHERE n.name <> o.name));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER tags_renamed AFTER UPDATE ON tags
    REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION tags_renamed();
