-- Anybody's images, side by side. What a viewer sees of them is decided when they look.
CREATE TABLE boards (
    id          uuid        PRIMARY KEY,
    owner_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    title       text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 128),
    description text        NOT NULL CHECK (char_length(description) <= 2000),
    audience    text        NOT NULL CHECK (audience IN ('private', 'users')),
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    version     bigint      NOT NULL
);
CREATE INDEX boards_owner ON boards (owner_id, id);
CREATE INDEX boards_users ON boards (id) WHERE audience = 'users';

CREATE TABLE board_images (
    board_id uuid        NOT NULL REFERENCES boards ON DELETE CASCADE,
    image_id uuid        NOT NULL REFERENCES images ON DELETE CASCADE,
    put_at   timestamptz NOT NULL,
    PRIMARY KEY (board_id, image_id)
);
CREATE INDEX board_images_last ON board_images (board_id, put_at, image_id);
CREATE INDEX board_images_image ON board_images (image_id);
