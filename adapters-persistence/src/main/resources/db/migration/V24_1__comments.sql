-- What people say to each other of images and albums, and what keeps the talk in order.

-- A deleted comment keeps its place in the thread, and neither its text nor its author.
CREATE TABLE comments (
    id               uuid        PRIMARY KEY,
    image_id         uuid        REFERENCES images ON DELETE CASCADE,
    album_id         uuid        REFERENCES albums ON DELETE CASCADE,
    parent_id        uuid        REFERENCES comments ON DELETE CASCADE,
    author_id        uuid        REFERENCES users ON DELETE SET NULL,
    guest_name       text        CHECK (char_length(guest_name) BETWEEN 1 AND 100),
    guest_token_hash bytea       CHECK (octet_length(guest_token_hash) = 32),
    share_id         uuid        REFERENCES shares ON DELETE SET NULL,
    body             text        NOT NULL CHECK (char_length(body) <= 2000),
    state            text        NOT NULL CHECK (state IN ('shown', 'hidden-by-owner', 'hidden-by-moderator', 'deleted')),
    created_at       timestamptz NOT NULL,
    edited_at        timestamptz,
    version          bigint      NOT NULL,
    CONSTRAINT comments_of_one_thing CHECK (num_nonnulls(image_id, album_id) = 1),
    CONSTRAINT comments_deleted CHECK ((state = 'deleted') = (body = '')
        AND (state = 'deleted') = (num_nonnulls(author_id, guest_name) = 0)),
    CONSTRAINT comments_guest CHECK ((guest_name IS NULL) = (guest_token_hash IS NULL))
);
CREATE INDEX comments_image ON comments (image_id, id) WHERE image_id IS NOT NULL;
CREATE INDEX comments_album ON comments (album_id, id) WHERE album_id IS NOT NULL;
CREATE INDEX comments_parent ON comments (parent_id, id) WHERE parent_id IS NOT NULL;
CREATE INDEX comments_author ON comments (author_id) WHERE author_id IS NOT NULL;
CREATE INDEX comments_share ON comments (share_id) WHERE share_id IS NOT NULL;

CREATE TABLE comment_likes (
    comment_id uuid        NOT NULL REFERENCES comments ON DELETE CASCADE,
    user_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (comment_id, user_id)
);
CREATE INDEX comment_likes_user ON comment_likes (user_id);

-- What is counted of comments, apart from their rows: every comment has one.
CREATE TABLE comment_tallies (
    comment_id uuid    PRIMARY KEY REFERENCES comments ON DELETE CASCADE,
    likes      integer NOT NULL DEFAULT 0 CHECK (likes >= 0),
    -- Answers that everybody sees.
    replies    integer NOT NULL DEFAULT 0 CHECK (replies >= 0)
) WITH (fillfactor = 70);

-- How many comments of an image everybody sees.
ALTER TABLE image_tallies ADD COLUMN comments integer NOT NULL DEFAULT 0 CHECK (comments >= 0);

-- Who was told of a comment.
CREATE TABLE comment_notices (
    comment_id uuid NOT NULL REFERENCES comments ON DELETE CASCADE,
    user_id    uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    reason     text NOT NULL CHECK (reason IN ('comment', 'reply', 'mention')),
    PRIMARY KEY (comment_id, user_id)
);
CREATE INDEX comment_notices_user ON comment_notices (user_id);

CREATE TABLE comment_reports (
    id          uuid        PRIMARY KEY,
    comment_id  uuid        NOT NULL REFERENCES comments ON DELETE CASCADE,
    reporter_id uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    reason      text        NOT NULL CHECK (char_length(reason) <= 500),
    created_at  timestamptz NOT NULL,
    outcome     text        CHECK (outcome IN ('hidden', 'dismissed')),
    settled_at  timestamptz,
    settled_by  uuid        REFERENCES users ON DELETE SET NULL,
    CONSTRAINT comment_reports_once UNIQUE (comment_id, reporter_id),
    CHECK ((outcome IS NULL) = (settled_at IS NULL))
);
CREATE INDEX comment_reports_open ON comment_reports (id) WHERE outcome IS NULL;
CREATE INDEX comment_reports_reporter ON comment_reports (reporter_id);
CREATE INDEX comment_reports_settled_by ON comment_reports (settled_by) WHERE settled_by IS NOT NULL;

CREATE TABLE user_blocks (
    owner_id   uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    user_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (owner_id, user_id),
    CONSTRAINT user_blocks_another CHECK (owner_id <> user_id)
);
CREATE INDEX user_blocks_user ON user_blocks (user_id);

-- With an account goes what it said.
CREATE FUNCTION comment_forgotten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.state := 'deleted';
    NEW.body := '';
    NEW.edited_at := NULL;
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;
CREATE TRIGGER comment_forgotten BEFORE UPDATE OF author_id ON comments
    FOR EACH ROW WHEN (OLD.author_id IS NOT NULL AND NEW.author_id IS NULL) EXECUTE FUNCTION comment_forgotten();

-- Adds to the counts of comments that are shown, in the order of what they count for.
CREATE TYPE comment_delta AS (image_id uuid, parent_id uuid, shown bigint);
CREATE FUNCTION count_comments(deltas comment_delta[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    PERFORM 1 FROM comment_tallies WHERE comment_id IN (SELECT d.parent_id FROM unnest(deltas) d) ORDER BY comment_id FOR NO KEY UPDATE;
    UPDATE comment_tallies t SET replies = t.replies + d.n
    FROM (SELECT parent_id, sum(shown) AS n FROM unnest(deltas) GROUP BY parent_id) d
    WHERE t.comment_id = d.parent_id AND d.n <> 0;
    INSERT INTO image_tallies AS t (image_id, comments)
    SELECT image_id, sum(shown) FROM unnest(deltas) WHERE image_id IS NOT NULL GROUP BY image_id HAVING sum(shown) > 0 ORDER BY image_id
    ON CONFLICT (image_id) DO UPDATE SET comments = t.comments + EXCLUDED.comments;
    PERFORM 1 FROM image_tallies WHERE image_id IN (SELECT d.image_id FROM unnest(deltas) d) ORDER BY image_id FOR NO KEY UPDATE;
    UPDATE image_tallies t SET comments = t.comments + d.n
    FROM (SELECT image_id, sum(shown) AS n FROM unnest(deltas) GROUP BY image_id HAVING sum(shown) < 0) d
    WHERE t.image_id = d.image_id;
END $$;

CREATE FUNCTION comments_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    deltas comment_delta[];
BEGIN
    INSERT INTO comment_tallies (comment_id) SELECT id FROM changed;
    SELECT array_agg((image_id, parent_id, 1)::comment_delta) INTO deltas FROM changed WHERE state = 'shown';
    PERFORM count_comments(deltas);
    RETURN NULL;
END $$;
CREATE TRIGGER comments_inserted AFTER INSERT ON comments
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comments_inserted();

CREATE FUNCTION comments_updated() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    deltas  comment_delta[];
    deleted uuid[];
BEGIN
    SELECT array_agg((n.image_id, n.parent_id, (n.state = 'shown')::int - (o.state = 'shown')::int)::comment_delta)
    INTO deltas FROM before o JOIN after n ON n.id = o.id WHERE (n.state = 'shown') <> (o.state = 'shown');
    IF deltas IS NOT NULL THEN
        PERFORM count_comments(deltas);
    END IF;
    SELECT array_agg(n.id) INTO deleted FROM before o JOIN after n ON n.id = o.id WHERE n.state = 'deleted' AND o.state <> 'deleted';
    IF deleted IS NOT NULL THEN
        DELETE FROM comment_likes WHERE comment_id = ANY (deleted);
        DELETE FROM comment_reports WHERE comment_id = ANY (deleted);
        DELETE FROM comment_notices WHERE comment_id = ANY (deleted);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER comments_updated AFTER UPDATE ON comments
    REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION comments_updated();

-- A row goes with the thing that it is about, or with the thread.
CREATE FUNCTION comments_removed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    deltas comment_delta[];
BEGIN
    SELECT array_agg((image_id, parent_id, -1)::comment_delta) INTO deltas FROM changed WHERE state = 'shown';
    IF deltas IS NOT NULL THEN
        PERFORM count_comments(deltas);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER comments_removed AFTER DELETE ON comments
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comments_removed();

CREATE FUNCTION comment_likes_changed() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    sign integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
    PERFORM 1 FROM comment_tallies WHERE comment_id IN (SELECT c.comment_id FROM changed c) ORDER BY comment_id FOR NO KEY UPDATE;
    UPDATE comment_tallies t SET likes = t.likes + sign * d.n
    FROM (SELECT c.comment_id, count(*) AS n FROM changed c GROUP BY c.comment_id) d WHERE t.comment_id = d.comment_id;
    RETURN NULL;
END $$;
CREATE TRIGGER comment_likes_added AFTER INSERT ON comment_likes
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comment_likes_changed();
CREATE TRIGGER comment_likes_removed AFTER DELETE ON comment_likes
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comment_likes_changed();

-- Of a comment, users are told where it is and not what it says: that may be deleted before they look.
CREATE FUNCTION tell_of_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM tell_user(NEW.user_id, 'comment', json_build_object(
        'commentId', c.id, 'imageId', c.image_id, 'albumId', c.album_id, 'reason', NEW.reason)::text)
    FROM comments c WHERE c.id = NEW.comment_id;
    RETURN NULL;
END $$;
CREATE TRIGGER comment_notices_tell AFTER INSERT ON comment_notices FOR EACH ROW EXECUTE FUNCTION tell_of_comment();
