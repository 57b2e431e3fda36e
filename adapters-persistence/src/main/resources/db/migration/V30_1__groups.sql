-- Groups of users, as members of albums.

CREATE TABLE user_groups (
    id         uuid        PRIMARY KEY,
    owner_id   uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    name       text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 64),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);
CREATE INDEX user_groups_owner ON user_groups (owner_id, id);

CREATE TABLE group_members (
    group_id uuid        NOT NULL REFERENCES user_groups ON DELETE CASCADE,
    user_id  uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    since    timestamptz NOT NULL,
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX group_members_user ON group_members (user_id, group_id);

CREATE TABLE album_groups (
    album_id uuid        NOT NULL REFERENCES albums ON DELETE CASCADE,
    group_id uuid        NOT NULL REFERENCES user_groups ON DELETE CASCADE,
    role     text        NOT NULL CHECK (role IN ('viewer', 'contributor', 'manager')),
    since    timestamptz NOT NULL,
    PRIMARY KEY (group_id, album_id)
);
CREATE INDEX album_groups_album ON album_groups (album_id, group_id);

-- Whatever asks who is a member of an album asks one table and one index of it, so that nothing can forget the groups: it has a row
-- for each user that is named, and for each one that is in a group of the album.
ALTER TABLE album_members
    ADD COLUMN group_id uuid REFERENCES user_groups ON DELETE CASCADE,
    DROP CONSTRAINT album_members_pkey,
    ADD CONSTRAINT album_members_once UNIQUE NULLS NOT DISTINCT (album_id, user_id, group_id);
CREATE INDEX album_members_group ON album_members (group_id, user_id) WHERE group_id IS NOT NULL;

-- What changes at the same moment must see each other: the group is held first, and what is read afterwards is read anew.
CREATE FUNCTION hold_group(id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM user_groups g WHERE g.id = hold_group.id FOR NO KEY UPDATE;
END $$;

CREATE FUNCTION group_members_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM hold_group(NEW.group_id);
        INSERT INTO album_members (album_id, user_id, role, since, group_id)
        SELECT a.album_id, NEW.user_id, a.role, greatest(a.since, NEW.since), a.group_id FROM album_groups a WHERE a.group_id = NEW.group_id;
    ELSE
        PERFORM hold_group(OLD.group_id);
        DELETE FROM album_members WHERE group_id = OLD.group_id AND user_id = OLD.user_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER group_members_changed AFTER INSERT OR DELETE ON group_members
    FOR EACH ROW EXECUTE FUNCTION group_members_changed();

CREATE FUNCTION album_groups_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM hold_group(NEW.group_id);
        INSERT INTO album_members (album_id, user_id, role, since, group_id)
        SELECT NEW.album_id, m.user_id, NEW.role, greatest(NEW.since, m.since), m.group_id FROM group_members m WHERE m.group_id = NEW.group_id;
    ELSIF TG_OP = 'UPDATE' THEN
        PERFORM hold_group(NEW.group_id);
        UPDATE album_members SET role = NEW.role WHERE group_id = NEW.group_id AND album_id = NEW.album_id;
    ELSE
        PERFORM hold_group(OLD.group_id);
        DELETE FROM album_members WHERE group_id = OLD.group_id AND album_id = OLD.album_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER album_groups_changed AFTER INSERT OR DELETE OR UPDATE OF role ON album_groups
    FOR EACH ROW EXECUTE FUNCTION album_groups_changed();
