-- Images that came through share links, for the links' owners to accept.

CREATE TABLE contributions (
    id          uuid        PRIMARY KEY,
    share_id    uuid        REFERENCES shares ON DELETE SET NULL,
    owner_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    album_id    uuid        REFERENCES albums ON DELETE SET NULL,
    image_id    uuid        NOT NULL REFERENCES images ON DELETE CASCADE,
    contributor text        CHECK (char_length(contributor) BETWEEN 1 AND 100),
    made        boolean     NOT NULL,
    state       text        NOT NULL CHECK (state IN ('pending', 'accepted', 'rejected')),
    created_at  timestamptz NOT NULL,
    UNIQUE (share_id, image_id)
);
CREATE INDEX contributions_owner ON contributions (owner_id, id);
CREATE INDEX contributions_album ON contributions (album_id);
CREATE INDEX contributions_image ON contributions (image_id);
