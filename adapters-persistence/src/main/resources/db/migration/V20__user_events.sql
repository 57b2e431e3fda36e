-- What users are told of as it happens, kept for a day, so that whoever was away for a moment can catch up.

-- An id is the time of telling in microseconds, or one more than the one before. A user's ids are given out under a lock
-- that is held until the commit, so whoever has seen one has missed none before it.
CREATE TABLE user_events (
    user_id uuid   NOT NULL REFERENCES users ON DELETE CASCADE,
    id      bigint NOT NULL,
    type    text   NOT NULL,
    data    text   NOT NULL,
    PRIMARY KEY (user_id, id)
);
CREATE INDEX user_events_id ON user_events (id);

CREATE FUNCTION tell_user(told uuid, type text, data text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    next bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(told::text, 5));
    SELECT greatest(coalesce(max(e.id), 0) + 1, CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint))
    INTO next FROM user_events e WHERE e.user_id = told;
    INSERT INTO user_events (user_id, id, type, data) VALUES (told, next, type, data);
    PERFORM pg_notify('user_events', told || ' ' || next || ' ' || type || ' ' || data);
END $$;

-- Whoever changes how far an image has come, or whether it is in the trash, its owner is told.
CREATE FUNCTION tell_of_image() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM tell_user(NEW.owner_id, 'image', json_build_object(
        'imageId', NEW.id, 'status', NEW.status, 'failure', NEW.failure_code, 'trashed', NEW.trashed_at IS NOT NULL)::text);
    RETURN NULL;
END $$;
CREATE TRIGGER images_tell AFTER UPDATE OF status, trashed_at ON images
    FOR EACH ROW WHEN (OLD.status <> NEW.status OR (OLD.trashed_at IS NULL) <> (NEW.trashed_at IS NULL))
    EXECUTE FUNCTION tell_of_image();
