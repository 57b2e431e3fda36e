-- Who likes an image, and with how many stars somebody rates it for themselves.

CREATE TABLE image_likes (
    image_id   uuid        NOT NULL REFERENCES images ON DELETE CASCADE,
    user_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (image_id, user_id)
);
CREATE INDEX image_likes_user ON image_likes (user_id);

CREATE TABLE image_ratings (
    user_id  uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    image_id uuid        NOT NULL REFERENCES images ON DELETE CASCADE,
    stars    smallint    NOT NULL CHECK (stars BETWEEN 1 AND 5),
    rated_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, image_id)
);
CREATE INDEX image_ratings_image ON image_ratings (image_id);

-- What people say of images, counted, apart from their rows: those are wide, and a like changes nothing of an image. One
-- that nobody ever liked has no row here.
CREATE TABLE image_tallies (
    image_id uuid    PRIMARY KEY REFERENCES images ON DELETE CASCADE,
    likes    integer NOT NULL DEFAULT 0 CHECK (likes >= 0)
) WITH (fillfactor = 70); -- changes with every like: room for it on the same page

-- In the order of images, and by index whatever the tables held when the plan was made, so that two changes of many cannot wait for each other.
CREATE FUNCTION image_likes_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO image_tallies AS t (image_id, likes)
    SELECT c.image_id, count(*) FROM changed c GROUP BY c.image_id ORDER BY c.image_id
    ON CONFLICT (image_id) DO UPDATE SET likes = t.likes + EXCLUDED.likes;
    RETURN NULL;
END $$;
CREATE TRIGGER image_likes_added AFTER INSERT ON image_likes
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION image_likes_added();

CREATE FUNCTION image_likes_removed() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    PERFORM 1 FROM image_tallies WHERE image_id IN (SELECT c.image_id FROM changed c) ORDER BY image_id FOR NO KEY UPDATE;
    UPDATE image_tallies t SET likes = t.likes - d.n
    FROM (SELECT c.image_id, count(*) AS n FROM changed c GROUP BY c.image_id) d WHERE t.image_id = d.image_id;
    RETURN NULL;
END $$;
CREATE TRIGGER image_likes_removed AFTER DELETE ON image_likes
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION image_likes_removed();
