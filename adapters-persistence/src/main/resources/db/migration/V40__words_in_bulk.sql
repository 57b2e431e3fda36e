-- Whoever loads very many images indexes their words once, behind all the rest: see V9 for likenesses.
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
            SELECT concat_ws(' ', i.filename, i.camera, i.lens, array_to_string(i.keywords, ' '), i.caption_title, i.caption_text,
                i.caption_creator) AS words) f
    WHERE i.id = ANY (ids)
    ON CONFLICT (image_id) DO UPDATE SET
            owner_id = EXCLUDED.owner_id, words = EXCLUDED.words, plain = EXCLUDED.plain, facets = EXCLUDED.facets
        WHERE (image_words.owner_id, image_words.words, image_words.plain, image_words.facets)
            IS DISTINCT FROM (EXCLUDED.owner_id, EXCLUDED.words, EXCLUDED.plain, EXCLUDED.facets);
    PERFORM learn_words(ids);
END $$;
