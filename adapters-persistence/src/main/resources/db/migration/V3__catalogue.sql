-- Albums, images, tags, favourites and share links. Text rules repeat the domain's, so that no way in can break them.
-- The order of the tables is the order in which a deleted user's rows go, cheapest first.

CREATE TABLE albums (
    id             uuid        PRIMARY KEY,
    owner_id       uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    title          text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 128),
    description    text        NOT NULL CHECK (char_length(description) <= 2000),
    notes          text        NOT NULL CHECK (char_length(notes) <= 2000),
    visibility     text        NOT NULL CHECK (visibility IN ('private', 'unlisted', 'public')),
    master         boolean     NOT NULL,
    cover_image_id uuid,
    sort           text        NOT NULL CHECK (sort IN ('manual', 'takenAt', '-takenAt', '-createdAt', 'filename')),
    shooting_date  date,
    -- What the owner sees in it: nothing from the trash, and of others' images only the ready ones.
    image_count    integer     NOT NULL DEFAULT 0 CHECK (image_count >= 0),
    -- What everybody else sees in it.
    ready_count    integer     NOT NULL DEFAULT 0 CHECK (ready_count >= 0),
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    version        bigint      NOT NULL,
    CONSTRAINT albums_master_private CHECK (NOT master OR visibility = 'private')
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX albums_master ON albums (owner_id) WHERE master;
CREATE INDEX albums_owner ON albums (owner_id, id);
CREATE INDEX albums_public ON albums (id) WHERE visibility = 'public';
CREATE INDEX albums_cover ON albums (cover_image_id) WHERE cover_image_id IS NOT NULL;

CREATE TABLE album_members (
    album_id uuid        NOT NULL REFERENCES albums ON DELETE CASCADE,
    user_id  uuid        NOT NULL CONSTRAINT album_members_user REFERENCES users ON DELETE CASCADE,
    role     text        NOT NULL CHECK (role IN ('viewer', 'contributor', 'manager')),
    since    timestamptz NOT NULL,
    PRIMARY KEY (album_id, user_id)
);
CREATE INDEX album_members_user ON album_members (user_id, album_id);

CREATE TABLE images (
    id               uuid        PRIMARY KEY,
    owner_id         uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    filename         text        NOT NULL CHECK (char_length(filename) BETWEEN 1 AND 255),
    media_type       text        NOT NULL CHECK (char_length(media_type) <= 50),
    byte_size        bigint      NOT NULL CHECK (byte_size >= 0),
    sha256           bytea       NOT NULL CHECK (octet_length(sha256) = 32),
    width            integer     NOT NULL CHECK (width > 0),
    height           integer     NOT NULL CHECK (height > 0),
    taken_at         timestamptz,
    status           text        NOT NULL CHECK (status IN ('pending', 'ready', 'failed')),
    failure_code     text,
    failure_reason   text,
    blur_hash        text,
    dominant_color   text,
    renditions       text[],
    title            text        CHECK (char_length(title) BETWEEN 1 AND 128),
    description      text        NOT NULL CHECK (char_length(description) <= 2000),
    metadata_at      timestamptz,
    camera           text,
    lens             text,
    exposure_seconds double precision,
    aperture         double precision,
    iso              integer,
    focal_length     double precision,
    latitude         double precision,
    longitude        double precision,
    altitude         double precision,
    color_profile    text,
    metadata_raw     jsonb       NOT NULL DEFAULT '{}',
    trashed_at       timestamptz,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    version          bigint      NOT NULL,
    CONSTRAINT images_owner_content UNIQUE (owner_id, sha256),
    CHECK (status <> 'ready' OR (blur_hash IS NOT NULL AND dominant_color IS NOT NULL AND renditions IS NOT NULL)),
    CHECK (status <> 'failed' OR (failure_code IS NOT NULL AND failure_reason IS NOT NULL)),
    CHECK ((latitude IS NULL) = (longitude IS NULL))
) WITH (fillfactor = 85);
-- One for each order of an owner's list. The newest are not found by id: then the primary key could serve the order too,
-- and a planner that takes it reads everybody's images to find one owner's.
CREATE INDEX images_newest ON images (owner_id, created_at, id) WHERE trashed_at IS NULL;
CREATE INDEX images_taken ON images (owner_id, coalesce(taken_at, 'infinity'), id) WHERE trashed_at IS NULL;
CREATE INDEX images_taken_descending ON images (owner_id, coalesce(taken_at, '-infinity'), id) WHERE trashed_at IS NULL;
CREATE INDEX images_filename ON images (owner_id, (folded(filename) COLLATE "C"), id) WHERE trashed_at IS NULL;
CREATE INDEX images_byte_size ON images (owner_id, byte_size, id) WHERE trashed_at IS NULL;
CREATE INDEX images_trash ON images (owner_id, trashed_at, id) WHERE trashed_at IS NOT NULL;
CREATE INDEX images_trashed_at ON images (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX images_content ON images (sha256);

ALTER TABLE albums ADD CONSTRAINT albums_cover FOREIGN KEY (cover_image_id) REFERENCES images ON DELETE SET NULL;

CREATE TABLE album_images (
    album_id uuid        NOT NULL REFERENCES albums ON DELETE CASCADE,
    image_id uuid        NOT NULL REFERENCES images ON DELETE CASCADE,
    position numeric     NOT NULL,
    added_by uuid        REFERENCES users ON DELETE SET NULL,
    added_at timestamptz NOT NULL,
    PRIMARY KEY (album_id, image_id)
);
CREATE INDEX album_images_manual ON album_images (album_id, position, image_id);
CREATE INDEX album_images_image ON album_images (image_id, album_id);
CREATE INDEX album_images_added_by ON album_images (added_by);

CREATE TABLE favorites (
    user_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    image_id   uuid        NOT NULL REFERENCES images ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, image_id)
);
CREATE INDEX favorites_newest ON favorites (user_id, created_at, image_id);
CREATE INDEX favorites_image ON favorites (image_id);

CREATE TABLE tags (
    id            bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner_id      uuid    NOT NULL REFERENCES users ON DELETE CASCADE,
    name          text    COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 64),
    -- How many images out of the trash bear it, by who said so.
    user_count    integer NOT NULL DEFAULT 0 CHECK (user_count >= 0),
    labeler_count integer NOT NULL DEFAULT 0 CHECK (labeler_count >= 0),
    CONSTRAINT tags_name UNIQUE (owner_id, name)
) WITH (fillfactor = 80);

CREATE TABLE image_tags (
    image_id uuid   NOT NULL REFERENCES images ON DELETE CASCADE,
    tag_id   bigint NOT NULL REFERENCES tags ON DELETE CASCADE,
    source   text   NOT NULL CHECK (source IN ('user', 'labeler')),
    PRIMARY KEY (image_id, tag_id)
);
CREATE INDEX image_tags_tag ON image_tags (tag_id, image_id);

CREATE TABLE shares (
    id               uuid        PRIMARY KEY,
    owner_id         uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    album_id         uuid        REFERENCES albums ON DELETE CASCADE,
    image_id         uuid        REFERENCES images ON DELETE CASCADE,
    token_hash       bytea       NOT NULL CONSTRAINT shares_token UNIQUE CHECK (octet_length(token_hash) = 32),
    sealed_token     bytea       NOT NULL,
    label            text        CHECK (char_length(label) BETWEEN 1 AND 127),
    expires_at       timestamptz,
    password_hash    text,
    password_version integer     NOT NULL,
    active           boolean     NOT NULL,
    allow_download   text        NOT NULL CHECK (allow_download IN ('none', 'preview', 'original')),
    show_metadata    boolean     NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    version          bigint      NOT NULL,
    CHECK (num_nonnulls(album_id, image_id) = 1)
);
CREATE INDEX shares_owner ON shares (owner_id, id);
CREATE INDEX shares_album ON shares (album_id) WHERE album_id IS NOT NULL;
CREATE INDEX shares_image ON shares (image_id) WHERE image_id IS NOT NULL;
