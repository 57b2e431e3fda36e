-- What people call where images were taken. As private as the position is.
ALTER TABLE images
    ADD COLUMN place_city         text CHECK (char_length(place_city) BETWEEN 1 AND 200),
    ADD COLUMN place_district     text CHECK (char_length(place_district) BETWEEN 1 AND 200),
    ADD COLUMN place_region       text CHECK (char_length(place_region) BETWEEN 1 AND 200),
    ADD COLUMN place_country      text CHECK (char_length(place_country) BETWEEN 1 AND 200),
    ADD COLUMN place_country_code text CHECK (char_length(place_country_code) = 2),
    ADD CONSTRAINT images_place CHECK (place_city IS NULL
        OR (place_country IS NOT NULL AND place_country_code IS NOT NULL AND latitude IS NOT NULL));
-- For those that are to be looked up yet, and those that are near nothing.
CREATE INDEX images_unplaced ON images (id) WHERE latitude IS NOT NULL AND place_city IS NULL;

-- With 'p:' for each name of the place, and for the city with its country.
CREATE OR REPLACE FUNCTION image_facets(i images) RETURNS text[]
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
                (CASE WHEN greatest(i.width, i.height) >= 2 * least(i.width, i.height)::bigint THEN 'o:panorama' END),
                ('p:' || folded(i.place_city)), ('p:' || folded(i.place_district)), ('p:' || folded(i.place_region)),
                ('p:' || folded(i.place_country)), ('p:' || folded(i.place_city || ', ' || i.place_country))) f (facet)
        WHERE f.facet IS NOT NULL);

CREATE OR REPLACE FUNCTION index_words(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('albumen.bulk_load', true) = 'on' THEN
        RETURN;
    END IF;
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
            SELECT concat_ws(' ', i.filename, i.camera, i.lens, i.place_city, i.place_district, i.place_region, i.place_country,
                array_to_string(i.keywords, ' '), i.caption_title, i.caption_text, i.caption_creator) AS words) f
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
            n.caption_creator, n.media_type, n.width, n.height, n.taken_at, n.dominant_color, n.palette,
            n.place_city, n.place_district, n.place_region, n.place_country)
        IS DISTINCT FROM (o.owner_id, o.title, o.filename, o.description, o.camera, o.lens, o.keywords, o.caption_title, o.caption_text,
            o.caption_creator, o.media_type, o.width, o.height, o.taken_at, o.dominant_color, o.palette,
            o.place_city, o.place_district, o.place_region, o.place_country);
    IF ids IS NOT NULL THEN
        PERFORM index_words(ids);
    END IF;
    RETURN NULL;
END $$;
