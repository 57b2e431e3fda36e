-- What is known of a video beyond what every picture has; nothing for pictures.
ALTER TABLE images
    ADD COLUMN video_poster  text,
    ADD COLUMN video_seconds double precision,
    ADD COLUMN video_codec   text;
ALTER TABLE images ADD CONSTRAINT images_video_poster
    CHECK (video_poster IN ('FRAME', 'NO_TOOL', 'UNKNOWN_CODEC')) NOT VALID;
