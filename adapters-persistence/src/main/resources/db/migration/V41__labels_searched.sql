-- Albums of searches follow what labelers suggest too, and what becomes of that.
CREATE FUNCTION labels_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO searches_due (owner_id)
    SELECT DISTINCT i.owner_id FROM changed c JOIN images i ON i.id = c.image_id
    WHERE EXISTS (SELECT 1 FROM albums a WHERE a.owner_id = i.owner_id AND a.search_id IS NOT NULL);
    RETURN NULL;
END $$;
CREATE TRIGGER image_labels_searched_in AFTER INSERT ON image_labels
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION labels_due();
CREATE TRIGGER image_labels_searched_anew AFTER UPDATE ON image_labels
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION labels_due();
CREATE TRIGGER image_labels_searched_out AFTER DELETE ON image_labels
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION labels_due();
