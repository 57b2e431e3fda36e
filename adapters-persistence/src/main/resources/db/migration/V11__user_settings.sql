-- What users have decided for themselves; those who have decided nothing need no row.
CREATE TABLE user_settings (
    user_id       uuid             PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    -- How their pictures are marked; without a position, in the instance's way.
    mark_position text             CHECK (mark_position IN ('TOP_LEFT', 'TOP', 'TOP_RIGHT', 'LEFT', 'CENTER', 'RIGHT',
                                                            'BOTTOM_LEFT', 'BOTTOM', 'BOTTOM_RIGHT')),
    mark_text     text             CHECK (length(mark_text) BETWEEN 1 AND 64),
    mark_opacity  double precision CHECK (mark_opacity > 0 AND mark_opacity <= 1),
    mark_tiled    boolean,
    mark_logo     bytea            CHECK (length(mark_logo) = 32),
    version       bigint           NOT NULL,
    CONSTRAINT user_settings_mark CHECK (CASE WHEN mark_position IS NULL
        THEN mark_text IS NULL AND mark_opacity IS NULL AND mark_tiled IS NULL AND mark_logo IS NULL
        ELSE mark_opacity IS NOT NULL AND mark_tiled IS NOT NULL END)
);
CREATE INDEX user_settings_logo ON user_settings (mark_logo) WHERE mark_logo IS NOT NULL;
