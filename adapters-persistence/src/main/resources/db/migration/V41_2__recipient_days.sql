-- How recipients use links day by day, for their owners. Only what happens from now on belongs to a day.
CREATE TABLE recipient_days (
    recipient_id uuid   NOT NULL REFERENCES share_recipients ON DELETE CASCADE,
    -- In UTC.
    day          date   NOT NULL,
    views        bigint NOT NULL,
    downloads    bigint NOT NULL,
    PRIMARY KEY (recipient_id, day)
);

CREATE FUNCTION count_recipient_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO recipient_days AS d (recipient_id, day, views, downloads)
    VALUES (NEW.id, CAST(NEW.seen_at AT TIME ZONE 'UTC' AS date), NEW.views - OLD.views, NEW.downloads - OLD.downloads)
    ON CONFLICT (recipient_id, day) DO UPDATE SET views = d.views + EXCLUDED.views, downloads = d.downloads + EXCLUDED.downloads;
    RETURN NULL;
END $$;
CREATE TRIGGER share_recipients_days AFTER UPDATE OF views, downloads ON share_recipients
    FOR EACH ROW WHEN ((NEW.views, NEW.downloads) IS DISTINCT FROM (OLD.views, OLD.downloads)) EXECUTE FUNCTION count_recipient_day();
