-- Who asks for a mark on what others see: an image, an album for all that it holds, a link for all that it shows.
ALTER TABLE images ADD COLUMN watermark boolean NOT NULL DEFAULT false;
ALTER TABLE albums ADD COLUMN watermark boolean NOT NULL DEFAULT false;
ALTER TABLE shares ADD COLUMN watermark boolean NOT NULL DEFAULT false;
