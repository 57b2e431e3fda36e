-- What pictures are labelled with: suggestions and what became of them, names that nobody wants, a budget of calls that cost
-- something, what moderators should look at, and labellings of many images.

CREATE TABLE image_labels (
    image_id   uuid        NOT NULL REFERENCES images ON DELETE CASCADE,
    name       text        COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 64),
    category   text        CHECK (char_length(category) BETWEEN 1 AND 64),
    -- In thousandths.
    confidence integer     NOT NULL CHECK (confidence BETWEEN 0 AND 1000),
    parents    text[]      NOT NULL,
    provider   text        NOT NULL,
    model      text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('suggested', 'accepted', 'rejected')),
    found_at   timestamptz NOT NULL,
    decided_at timestamptz,
    PRIMARY KEY (image_id, name),
    CHECK ((state = 'suggested') = (decided_at IS NULL))
);
-- For search, and for taking a blocked name away.
CREATE INDEX image_labels_suggested ON image_labels (name, image_id) WHERE state = 'suggested';

-- How far the labelling of each image has come; without a row nobody has asked.
CREATE TABLE image_labelings (
    image_id uuid        PRIMARY KEY REFERENCES images ON DELETE CASCADE,
    status   text        NOT NULL CHECK (status IN ('waiting', 'labelled', 'postponed', 'failed')),
    failure  text,
    -- Who labelled it last.
    provider text,
    model    text,
    at       timestamptz NOT NULL,
    CHECK (failure IS NULL OR status = 'failed')
);
CREATE INDEX image_labelings_postponed ON image_labelings (at, image_id) WHERE status = 'postponed';

CREATE TABLE blocked_labels (
    -- Nobody's: of the whole instance.
    owner_id   uuid        REFERENCES users ON DELETE CASCADE,
    name       text        COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 64),
    blocked_at timestamptz NOT NULL,
    CONSTRAINT blocked_labels_name UNIQUE NULLS NOT DISTINCT (owner_id, name)
);

CREATE TABLE label_calls (
    -- In UTC.
    day      date    NOT NULL,
    -- Nobody's: of the whole instance.
    owner_id uuid    REFERENCES users ON DELETE CASCADE,
    calls    integer NOT NULL CHECK (calls >= 0),
    CONSTRAINT label_calls_day UNIQUE NULLS NOT DISTINCT (day, owner_id)
);
CREATE INDEX label_calls_owner ON label_calls (owner_id);

CREATE TABLE image_reviews (
    image_id   uuid        PRIMARY KEY REFERENCES images ON DELETE CASCADE,
    -- Each with how sure the labeler is in thousandths, such as 'Violence/973'.
    concerns   text[]      NOT NULL CHECK (cardinality(concerns) > 0),
    provider   text        NOT NULL,
    model      text        NOT NULL,
    noted_at   timestamptz NOT NULL,
    cleared_at timestamptz,
    cleared_by uuid        REFERENCES users ON DELETE SET NULL,
    CHECK (cleared_by IS NULL OR cleared_at IS NOT NULL)
);
CREATE INDEX image_reviews_open ON image_reviews (image_id) WHERE cleared_at IS NULL;
CREATE INDEX image_reviews_cleared_by ON image_reviews (cleared_by) WHERE cleared_by IS NOT NULL;

CREATE TABLE label_runs (
    id         uuid        PRIMARY KEY,
    -- Whose images; nobody's: everybody's.
    owner_id   uuid        REFERENCES users ON DELETE CASCADE,
    again      boolean     NOT NULL,
    state      text        NOT NULL CHECK (state IN ('running', 'postponed', 'done', 'cancelled', 'failed')),
    started_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    place      uuid,
    images     bigint      NOT NULL,
    labelled   bigint      NOT NULL DEFAULT 0,
    failed     bigint      NOT NULL DEFAULT 0,
    skipped    bigint      NOT NULL DEFAULT 0,
    version    bigint      NOT NULL
);
CREATE INDEX label_runs_latest ON label_runs (owner_id, started_at, id);
-- Of the same images one at a time.
CREATE UNIQUE INDEX label_runs_open ON label_runs (owner_id) NULLS NOT DISTINCT WHERE state IN ('running', 'postponed');
