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

-- Whatever asks who is a member of an album asks here, so that nothing can forget the groups. Somebody may be in it more than once.
ALTER TABLE album_members RENAME TO album_people;
CREATE VIEW album_members AS
    SELECT album_id, user_id, role, since, NULL::uuid AS group_id FROM album_people
    UNION ALL
    SELECT g.album_id, m.user_id, g.role, greatest(g.since, m.since), g.group_id
    FROM album_groups g JOIN group_members m ON m.group_id = g.group_id;
