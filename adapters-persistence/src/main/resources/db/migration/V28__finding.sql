-- Finding: what images are counted and narrowed by, the words of comments, and what a typo may have meant.

CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- Names colours by the same whole numbers as the domain does.
CREATE FUNCTION color_name(color text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    red     integer := ('x' || substr(color, 2, 2))::bit(8)::integer;
    green   integer := ('x' || substr(color, 4, 2))::bit(8)::integer;
    blue    integer := ('x' || substr(color, 6, 2))::bit(8)::integer;
    most    integer := greatest(red, green, blue);
    range   integer := most - least(red, green, blue);
    degrees integer;
BEGIN
    IF most < 40 THEN
        RETURN 'black';
    END IF;
    IF range < 24 OR range * 100 / most < 15 THEN
        RETURN CASE WHEN most < 64 THEN 'black' WHEN most - range > 220 THEN 'white' ELSE 'gray' END;
    END IF;
    degrees := (CASE most
        WHEN red THEN 60 * (green - blue) / range
        WHEN green THEN 120 + 60 * (blue - red) / range
        ELSE 240 + 60 * (red - green) / range END + 360) % 360;
    RETURN CASE
        WHEN degrees < 15 OR degrees >= 345 THEN 'red'
        WHEN degrees < 45 THEN CASE WHEN most < 150 THEN 'brown' ELSE 'orange' END
        WHEN degrees < 70 THEN 'yellow'
        WHEN degrees < 165 THEN 'green'
        WHEN degrees < 200 THEN 'cyan'
        WHEN degrees < 260 THEN 'blue'
        WHEN degrees < 290 THEN 'purple'
        ELSE 'pink' END;
END $$;

-- The words of a phrase in their order; null where it holds none.
CREATE FUNCTION phrase_query(typed text, weights text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT to_tsquery('public.words', string_agg('''' || w || ''':' || weights, ' <-> ' ORDER BY place))
            FROM string_to_table(spaced(typed), ' ') WITH ORDINALITY AS words (w, place) WHERE w <> '');

-- With the owner, so that nobody's search reads what others' images say.
ALTER TABLE image_words
    ADD COLUMN owner_id uuid,
    -- What can be counted, each with the letter of its kind: 'c:red', 'k:nikon d750', 'l:' lens, 'o:landscape',
    -- 't:image/jpeg', 'm:2024-05' for the month in which it was taken, in UTC.
    ADD COLUMN facets text[] NOT NULL DEFAULT '{}';
DROP INDEX image_words_words;
DROP INDEX image_words_plain;
CREATE INDEX image_words_words ON image_words USING gin (owner_id, words, facets);
CREATE INDEX image_words_plain ON image_words USING gin (owner_id, plain gin_trgm_ops);

CREATE INDEX images_where ON images (owner_id, latitude, longitude) WHERE latitude IS NOT NULL AND trashed_at IS NULL;

-- Which words an owner's images ever had, to find what a typo may have meant. Without a key that would be unique: then two
-- that write the same word would wait for each other. What a search does not find is never told from here.
CREATE TABLE vocabulary (
    owner_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    word     text COLLATE "C" NOT NULL
);
CREATE INDEX vocabulary_word ON vocabulary (owner_id, word);
CREATE INDEX vocabulary_near ON vocabulary USING gin (owner_id, word gin_trgm_ops);

CREATE FUNCTION image_facets(i images) RETURNS text[]
    LANGUAGE sql STABLE
    RETURN ARRAY(
        SELECT DISTINCT f.facet FROM (
            SELECT 'c:' || color_name(i.dominant_color)
            UNION ALL
            SELECT 'c:' || color_name(split_part(p.swatch, '/', 1)) FROM unnest(i.palette) p (swatch)
            WHERE split_part(p.swatch, '/', 2)::integer >= 100
            UNION ALL
            VALUES ('k:' || folded(i.camera)), ('l:' || folded(i.lens)), ('t:' || i.media_type),
                ('m:' || to_char(i.taken_at AT TIME ZONE 'UTC', 'YYYY-MM')),
                ('o:' || CASE WHEN i.width > i.height THEN 'landscape' WHEN i.width < i.height THEN 'portrait' ELSE 'square' END),
                (CASE WHEN greatest(i.width, i.height) >= 2 * least(i.width, i.height)::bigint THEN 'o:panorama' END)) f (facet)
        WHERE f.facet IS NOT NULL);

-- Of what the file says and what people comment, everything weighs D: only those may search it who may see it. Of very many
-- comments, the newest words count: a text that can be searched has an end.
CREATE FUNCTION image_comment_words(image uuid) RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT left(string_agg(c.body, ' ' ORDER BY c.id DESC), 50000)
            FROM (SELECT id, body FROM comments WHERE image_id = image AND state = 'shown' ORDER BY id DESC LIMIT 200) c);

CREATE FUNCTION image_tag_words(image uuid) RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT string_agg(tags.name, ' ' ORDER BY tags.name)
            FROM image_tags it JOIN tags ON tags.id = it.tag_id WHERE it.image_id = image);

-- By index, whatever the tables held when the plan was made. Nobody mistypes numbers, and of very short words nothing is left
-- to compare.
CREATE FUNCTION learn_words(ids uuid[]) RETURNS void LANGUAGE sql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
    INSERT INTO vocabulary (owner_id, word)
    SELECT said.owner_id, said.lexeme
    FROM (SELECT DISTINCT w.owner_id, lexeme FROM image_words w CROSS JOIN LATERAL unnest(tsvector_to_array(w.words)) lexeme
          WHERE w.image_id = ANY (ids)) said
    WHERE char_length(said.lexeme) BETWEEN 4 AND 40 AND said.lexeme !~ '[0-9]'
        AND NOT EXISTS (SELECT 1 FROM vocabulary v WHERE v.owner_id = said.owner_id AND v.word = said.lexeme)
$$;

CREATE OR REPLACE FUNCTION index_words(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO image_words (image_id, owner_id, words, plain, facets)
    SELECT i.id, i.owner_id,
           setweight(to_tsvector('words', spaced(i.title)), 'A')
               || setweight(to_tsvector('words', spaced(t.names)), 'B')
               || setweight(to_tsvector('words', spaced(i.description)), 'C')
               || setweight(to_tsvector('words', spaced(f.words)), 'D')
               || setweight(to_tsvector('words', spaced(image_comment_words(i.id))), 'D'),
           spaced(concat_ws(' ', i.title, t.names, i.description, f.words)),
           image_facets(i)
    FROM images i
        CROSS JOIN LATERAL (SELECT image_tag_words(i.id) AS names) t
        CROSS JOIN LATERAL (
            SELECT concat_ws(' ', i.filename, i.camera, i.lens, array_to_string(i.keywords, ' '), i.caption_title, i.caption_text,
                i.caption_creator) AS words) f
    WHERE i.id = ANY (ids)
    ON CONFLICT (image_id) DO UPDATE SET
            owner_id = EXCLUDED.owner_id, words = EXCLUDED.words, plain = EXCLUDED.plain, facets = EXCLUDED.facets
        WHERE (image_words.owner_id, image_words.words, image_words.plain, image_words.facets)
            IS DISTINCT FROM (EXCLUDED.owner_id, EXCLUDED.words, EXCLUDED.plain, EXCLUDED.facets);
    PERFORM learn_words(ids);
END $$;

CREATE OR REPLACE FUNCTION images_reworded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ids uuid[];
BEGIN
    SELECT array_agg(n.id) INTO ids FROM before o JOIN after n ON n.id = o.id
    WHERE (n.owner_id, n.title, n.filename, n.description, n.camera, n.lens, n.keywords, n.caption_title, n.caption_text,
            n.caption_creator, n.media_type, n.width, n.height, n.taken_at, n.dominant_color, n.palette)
        IS DISTINCT FROM (o.owner_id, o.title, o.filename, o.description, o.camera, o.lens, o.keywords, o.caption_title, o.caption_text,
            o.caption_creator, o.media_type, o.width, o.height, o.taken_at, o.dominant_color, o.palette);
    IF ids IS NOT NULL THEN
        PERFORM index_words(ids);
    END IF;
    RETURN NULL;
END $$;

-- After the comments are counted, which lets two that comment on one image go one by one.
CREATE FUNCTION comments_reworded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ids uuid[];
BEGIN
    SELECT array_agg(DISTINCT image_id) INTO ids FROM changed WHERE image_id IS NOT NULL;
    IF ids IS NOT NULL THEN
        PERFORM index_words(ids);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER comments_reworded_in AFTER INSERT ON comments
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comments_reworded();
CREATE TRIGGER comments_reworded_anew AFTER UPDATE ON comments
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comments_reworded();
CREATE TRIGGER comments_reworded_out AFTER DELETE ON comments
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comments_reworded();

-- What is there already, in parts.
DO $$
DECLARE
    past uuid := '00000000-0000-0000-0000-000000000000';
    ids  uuid[];
BEGIN
    LOOP
        ids := ARRAY(SELECT id FROM images WHERE id > past ORDER BY id LIMIT 10000);
        EXIT WHEN ids = '{}';
        PERFORM index_words(ids);
        past := ids[cardinality(ids)];
    END LOOP;
END $$;
ALTER TABLE image_words ALTER COLUMN owner_id SET NOT NULL;

-- What a word that begins none of an owner's words may have meant: at most five, the nearest first.
CREATE FUNCTION words_near(owner uuid, typed text) RETURNS SETOF text
    LANGUAGE sql STABLE
    -- Two letters that changed places leave a short word few of its trigrams.
    SET pg_trgm.similarity_threshold = 0.18 AS $$
    SELECT near.word
    FROM (SELECT DISTINCT v.word, similarity(v.word, typed) AS likeness,
              levenshtein_less_equal(v.word, typed, 2) AS distance
          FROM vocabulary v WHERE v.owner_id = owner AND v.word % typed AND char_length(typed) BETWEEN 4 AND 40) near
    WHERE near.distance BETWEEN 1 AND CASE WHEN char_length(typed) > 4 THEN 2 ELSE 1 END
    ORDER BY near.distance, near.likeness DESC, near.word
    LIMIT 5
$$;
