-- Albums that hold what a saved search of their owner finds.
ALTER TABLE albums
    ADD COLUMN search_id uuid REFERENCES saved_searches,
    ADD CONSTRAINT albums_search CHECK (search_id IS NULL OR NOT master);
CREATE INDEX albums_of_search ON albums (search_id) WHERE search_id IS NOT NULL;
CREATE INDEX albums_searching ON albums (owner_id) WHERE search_id IS NOT NULL;

-- An album whose search is forgotten keeps what it holds.
CREATE FUNCTION search_lets_go() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE albums SET search_id = NULL, version = version + 1 WHERE search_id = OLD.id;
    RETURN OLD;
END $$;
CREATE TRIGGER search_lets_go BEFORE DELETE ON saved_searches FOR EACH ROW EXECUTE FUNCTION search_lets_go();

-- Whose albums of searches may hold other than these find. Each change adds a row of its own, so that none waits for another.
CREATE TABLE searches_due (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner_id uuid   NOT NULL
);

CREATE FUNCTION searches_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO searches_due (owner_id)
    SELECT DISTINCT c.owner_id FROM changed c
    WHERE EXISTS (SELECT 1 FROM albums a WHERE a.owner_id = c.owner_id AND a.search_id IS NOT NULL);
    RETURN NULL;
END $$;

-- The same for what a user says of images.
CREATE FUNCTION opinions_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO searches_due (owner_id)
    SELECT DISTINCT c.user_id FROM changed c
    WHERE EXISTS (SELECT 1 FROM albums a WHERE a.owner_id = c.user_id AND a.search_id IS NOT NULL);
    RETURN NULL;
END $$;

CREATE TRIGGER images_searched_in AFTER INSERT ON images
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION searches_due();
CREATE TRIGGER images_searched_anew AFTER UPDATE ON images
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION searches_due();
CREATE TRIGGER image_words_searched_anew AFTER UPDATE ON image_words
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION searches_due();
CREATE TRIGGER tags_searched_anew AFTER UPDATE ON tags
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION searches_due();
CREATE TRIGGER tags_searched_out AFTER DELETE ON tags
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION searches_due();
CREATE TRIGGER categories_searched_anew AFTER UPDATE ON categories
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION searches_due();
CREATE TRIGGER saved_searches_searched_anew AFTER UPDATE ON saved_searches
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION searches_due();
CREATE TRIGGER favorites_searched_in AFTER INSERT ON favorites
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION opinions_due();
CREATE TRIGGER favorites_searched_out AFTER DELETE ON favorites
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION opinions_due();
CREATE TRIGGER image_ratings_searched_in AFTER INSERT ON image_ratings
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION opinions_due();
CREATE TRIGGER image_ratings_searched_anew AFTER UPDATE ON image_ratings
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION opinions_due();
CREATE TRIGGER image_ratings_searched_out AFTER DELETE ON image_ratings
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION opinions_due();
