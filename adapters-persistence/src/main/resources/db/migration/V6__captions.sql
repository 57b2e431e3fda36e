-- What people wrote into a picture's file, and how the time that it was taken was found. Rows from before have neither.
ALTER TABLE images
    ADD COLUMN taken_offset    integer  CHECK (abs(taken_offset) <= 64800),
    ADD COLUMN taken_source    text,
    ADD COLUMN taken_zone      text,
    ADD COLUMN caption_title   text,
    ADD COLUMN caption_text    text,
    ADD COLUMN caption_creator text,
    ADD COLUMN caption_rights  text,
    ADD COLUMN caption_rating  smallint CHECK (caption_rating BETWEEN -1 AND 5),
    ADD COLUMN keywords        text[]   NOT NULL DEFAULT '{}';

-- Of what the file says, everything weighs D: only those may search it who may see it.
CREATE OR REPLACE FUNCTION index_words(ids uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO image_words (image_id, words, plain)
    SELECT i.id,
           setweight(to_tsvector('words', spaced(i.title)), 'A')
               || setweight(to_tsvector('words', spaced(t.names)), 'B')
               || setweight(to_tsvector('words', spaced(i.description)), 'C')
               || setweight(to_tsvector('words', spaced(f.words)), 'D'),
           spaced(concat_ws(' ', i.title, t.names, i.description, f.words))
    FROM images i
        CROSS JOIN LATERAL (
            SELECT string_agg(tags.name, ' ' ORDER BY tags.name) AS names
            FROM image_tags it JOIN tags ON tags.id = it.tag_id WHERE it.image_id = i.id) t
        CROSS JOIN LATERAL (
            SELECT concat_ws(' ', i.filename, i.camera, i.lens, array_to_string(i.keywords, ' '), i.caption_title, i.caption_text,
                i.caption_creator) AS words) f
    WHERE i.id = ANY (ids)
    ON CONFLICT (image_id) DO UPDATE SET words = EXCLUDED.words, plain = EXCLUDED.plain
        WHERE (image_words.words, image_words.plain) IS DISTINCT FROM (EXCLUDED.words, EXCLUDED.plain)
$$;

CREATE OR REPLACE FUNCTION images_reworded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ids uuid[];
BEGIN
    SELECT array_agg(n.id) INTO ids FROM before o JOIN after n ON n.id = o.id
    WHERE (n.title, n.filename, n.description, n.camera, n.lens, n.keywords, n.caption_title, n.caption_text, n.caption_creator)
        IS DISTINCT FROM (o.title, o.filename, o.description, o.camera, o.lens, o.keywords, o.caption_title, o.caption_text,
            o.caption_creator);
    IF ids IS NOT NULL THEN
        PERFORM index_words(ids);
    END IF;
    RETURN NULL;
END $$;
