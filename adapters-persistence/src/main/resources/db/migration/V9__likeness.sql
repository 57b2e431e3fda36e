-- Which pictures look alike: ready images out of the trash by their difference hashes, kept by triggers. Apart from the
-- images' own rows, since few changes of an image change its looks.

-- Each hash that some image has, once: a million plain skies are one row here. Neighbours are found by multi-index hashing
-- (Norouzi, Punjani, Fleet, "Fast Search in Hamming Space with Multi-Index Hashing", CVPR 2012): of four quarters of 16
-- bits, at least one differs in few bits, so it is looked up with all quarters that differ in so few.
CREATE TABLE difference_hashes (
    hash bigint PRIMARY KEY
);
-- With the hash itself, so that candidates are compared without reading the table.
CREATE INDEX difference_hashes_quarter_0 ON difference_hashes (CAST(hash & 65535 AS integer), hash);
CREATE INDEX difference_hashes_quarter_1 ON difference_hashes (CAST(hash >> 16 & 65535 AS integer), hash);
CREATE INDEX difference_hashes_quarter_2 ON difference_hashes (CAST(hash >> 32 & 65535 AS integer), hash);
CREATE INDEX difference_hashes_quarter_3 ON difference_hashes (CAST(hash >> 48 & 65535 AS integer), hash);

-- An owner's images that are near-identical: at most 4 bits from one hash, the group's centre. Most groups have one image.
CREATE TABLE likeness_groups (
    id          uuid    PRIMARY KEY DEFAULT uuidv7(),
    owner_id    uuid    NOT NULL REFERENCES users ON DELETE CASCADE,
    center      bigint  NOT NULL,
    image_count integer NOT NULL CHECK (image_count >= 0),
    CONSTRAINT likeness_groups_center UNIQUE (owner_id, center)
) WITH (fillfactor = 80);
CREATE INDEX likeness_groups_shown ON likeness_groups (owner_id, id) WHERE image_count > 1;

-- Once for each image that can be compared. A unique index on the image would be in the order of pages too, and a planner
-- that takes it reads every image to find those with a rare hash.
CREATE TABLE likenesses (
    image_id uuid   NOT NULL REFERENCES images ON DELETE CASCADE,
    owner_id uuid   NOT NULL,
    hash     bigint NOT NULL,
    group_id uuid   NOT NULL REFERENCES likeness_groups ON DELETE CASCADE
);
CREATE INDEX likenesses_image ON likenesses USING hash (image_id);
CREATE INDEX likenesses_owner ON likenesses (hash, owner_id, image_id);
CREATE INDEX likenesses_hash ON likenesses (hash, image_id);
CREATE INDEX likenesses_group ON likenesses (group_id, image_id);

-- All numbers of 16 bits of which at most so many are set; none for less than none.
CREATE FUNCTION quarter_masks(most integer) RETURNS integer[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (WITH RECURSIVE masks (mask, lowest, bits) AS (
                SELECT 0, 16, 0 WHERE most >= 0
                UNION ALL
                SELECT mask | (1 << place), place, bits + 1
                FROM masks CROSS JOIN LATERAL generate_series(0, lowest - 1) place
                WHERE bits < most)
            SELECT array_agg(mask) FROM masks);

-- The known hashes that differ from one in at most so many bits, nearest first and at most 1000. If none of the first
-- (most % 4 + 1) quarters differed in most / 4 bits or fewer, and none of the others in one bit less, the whole would differ
-- in more than asked for. No quarter gives more than 100,000 candidates, whatever pictures there are.
CREATE FUNCTION hashes_near(wanted bigint, most integer) RETURNS TABLE (hash bigint, distance integer)
    LANGUAGE plpgsql STABLE ROWS 10
    -- A plan that was made for a small table would be kept while it grows.
    SET enable_seqscan = off AS $$
DECLARE
    wide   integer[] := quarter_masks(most / 4);
    narrow integer[] := quarter_masks(most / 4 - 1);
BEGIN
    RETURN QUERY
    SELECT c.hash, min(bit_count(CAST(c.hash # wanted AS bit(64))))::integer AS distance
    FROM (
        (SELECT h.hash FROM difference_hashes h
         WHERE CAST(h.hash & 65535 AS integer) = ANY (ARRAY(
             SELECT mask # CAST(wanted & 65535 AS integer) FROM unnest(wide) mask))
         LIMIT 100000)
        UNION ALL
        (SELECT h.hash FROM difference_hashes h
         WHERE CAST(h.hash >> 16 & 65535 AS integer) = ANY (ARRAY(
             SELECT mask # CAST(wanted >> 16 & 65535 AS integer)
             FROM unnest(CASE WHEN most % 4 >= 1 THEN wide ELSE narrow END) mask))
         LIMIT 100000)
        UNION ALL
        (SELECT h.hash FROM difference_hashes h
         WHERE CAST(h.hash >> 32 & 65535 AS integer) = ANY (ARRAY(
             SELECT mask # CAST(wanted >> 32 & 65535 AS integer)
             FROM unnest(CASE WHEN most % 4 >= 2 THEN wide ELSE narrow END) mask))
         LIMIT 100000)
        UNION ALL
        (SELECT h.hash FROM difference_hashes h
         WHERE CAST(h.hash >> 48 & 65535 AS integer) = ANY (ARRAY(
             SELECT mask # CAST(wanted >> 48 & 65535 AS integer)
             FROM unnest(CASE WHEN most % 4 >= 3 THEN wide ELSE narrow END) mask))
         LIMIT 100000)) c
    WHERE bit_count(CAST(c.hash # wanted AS bit(64))) <= most
    GROUP BY c.hash
    ORDER BY 2, 1
    LIMIT 1000;
END $$;

-- Puts an image among its likes: into the owner's nearest group, or into a new one.
CREATE FUNCTION liken(image uuid, owner uuid, looks bigint) RETURNS void LANGUAGE plpgsql
    SET enable_seqscan = off AS $$
DECLARE
    near    bigint;
    nearest bigint;
    placed  uuid;
BEGIN
    -- One image of an owner after the other, or two that arrive at once would not see each other.
    PERFORM pg_advisory_xact_lock(hashtextextended(owner::text, 4));
    INSERT INTO difference_hashes (hash) VALUES (looks) ON CONFLICT DO NOTHING;
    -- In a loop and not a join, whose plan could begin with all of the owner's groups.
    FOR near IN SELECT n.hash FROM hashes_near(looks, 4) n LOOP
        SELECT g.center INTO nearest FROM likeness_groups g WHERE g.owner_id = owner AND g.center = near;
        EXIT WHEN FOUND;
    END LOOP;
    INSERT INTO likeness_groups AS g (owner_id, center, image_count) VALUES (owner, coalesce(nearest, looks), 1)
    ON CONFLICT (owner_id, center) DO UPDATE SET image_count = g.image_count + 1
    RETURNING id INTO placed;
    INSERT INTO likenesses (image_id, owner_id, hash, group_id) VALUES (image, owner, looks, placed);
END $$;

CREATE FUNCTION image_likened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM likenesses WHERE image_id = NEW.id;
    END IF;
    IF NEW.status = 'ready' AND NEW.trashed_at IS NULL AND NEW.difference_hash IS NOT NULL THEN
        PERFORM liken(NEW.id, NEW.owner_id, NEW.difference_hash);
    END IF;
    RETURN NULL;
END $$;
-- A bulk load may say that it does this itself, for all of its images at once.
CREATE TRIGGER image_likened_new AFTER INSERT ON images
    FOR EACH ROW WHEN (NEW.difference_hash IS NOT NULL AND current_setting('albumen.bulk_load', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION image_likened();
CREATE TRIGGER image_likened_anew AFTER UPDATE ON images
    FOR EACH ROW WHEN (
        (OLD.status, OLD.trashed_at IS NULL, OLD.difference_hash, OLD.owner_id)
            IS DISTINCT FROM (NEW.status, NEW.trashed_at IS NULL, NEW.difference_hash, NEW.owner_id))
    EXECUTE FUNCTION image_likened();

CREATE FUNCTION likenesses_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM likeness_groups WHERE id IN (SELECT group_id FROM removed) ORDER BY id FOR UPDATE;
    UPDATE likeness_groups g SET image_count = g.image_count - r.images
    FROM (SELECT group_id, count(*) AS images FROM removed GROUP BY group_id) r WHERE g.id = r.group_id;
    DELETE FROM likeness_groups WHERE image_count = 0 AND id IN (SELECT group_id FROM removed);
    RETURN NULL;
END $$;
CREATE TRIGGER likenesses_removed AFTER DELETE ON likenesses
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION likenesses_removed();

-- Removes some of the hashes that no image has any more. Nobody may take one up between the look and the deed.
CREATE FUNCTION forget_lone_hashes() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    lone bigint[] := ARRAY(
        SELECT h.hash FROM difference_hashes h
        WHERE NOT EXISTS (SELECT 1 FROM likenesses l WHERE l.hash = h.hash) LIMIT 10000);
BEGIN
    IF lone <> '{}' THEN
        LOCK TABLE difference_hashes IN SHARE ROW EXCLUSIVE MODE;
        DELETE FROM difference_hashes h
        WHERE h.hash = ANY (lone) AND NOT EXISTS (SELECT 1 FROM likenesses l WHERE l.hash = h.hash);
    END IF;
END $$;
