-- How often share links are used: exactly where they have limits, and day by day for their owners.

-- Apart from the links, which are written whole.
CREATE TABLE share_counts (
    share_id  uuid   PRIMARY KEY REFERENCES shares ON DELETE CASCADE,
    views     bigint NOT NULL DEFAULT 0 CHECK (views >= 0),
    downloads bigint NOT NULL DEFAULT 0 CHECK (downloads >= 0)
);
INSERT INTO share_counts (share_id) SELECT id FROM shares;

CREATE FUNCTION begin_share_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO share_counts (share_id) VALUES (NEW.id);
    RETURN NULL;
END
$$;
CREATE TRIGGER shares_counts AFTER INSERT ON shares FOR EACH ROW EXECUTE FUNCTION begin_share_counts();

-- Which downloads of limited links go on, so that one counts once.
CREATE TABLE share_downloads (
    share_id   uuid        NOT NULL REFERENCES shares ON DELETE CASCADE,
    visitor    text        NOT NULL CHECK (char_length(visitor) BETWEEN 1 AND 64),
    thing      text        NOT NULL CHECK (char_length(thing) BETWEEN 1 AND 64),
    counted_at timestamptz NOT NULL,
    PRIMARY KEY (share_id, visitor, thing)
);
CREATE INDEX share_downloads_age ON share_downloads (counted_at);

CREATE TABLE share_days (
    share_id  uuid   NOT NULL REFERENCES shares ON DELETE CASCADE,
    day       date   NOT NULL,
    views     bigint NOT NULL,
    visitors  bigint NOT NULL,
    downloads bigint NOT NULL,
    PRIMARY KEY (share_id, day)
);

CREATE TABLE share_day_images (
    share_id  uuid   NOT NULL REFERENCES shares ON DELETE CASCADE,
    image_id  uuid   NOT NULL REFERENCES images ON DELETE CASCADE,
    day       date   NOT NULL,
    downloads bigint NOT NULL,
    PRIMARY KEY (share_id, day, image_id)
);
CREATE INDEX share_day_images_image ON share_day_images (image_id);

-- What tells the visitors of a day from each other. All of it goes when the day is over; without its salt and the
-- instance's key a hash is worth nothing.
CREATE TABLE visitor_salts (
    day  date PRIMARY KEY,
    salt text NOT NULL
);
CREATE TABLE share_visitors (
    share_id uuid NOT NULL REFERENCES shares ON DELETE CASCADE,
    day      date NOT NULL,
    visitor  text NOT NULL,
    PRIMARY KEY (share_id, day, visitor)
);
CREATE INDEX share_visitors_day ON share_visitors (day);
