-- Links to an album with all that lie in it.
ALTER TABLE shares
    ADD COLUMN with_albums boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT shares_with_albums CHECK (NOT with_albums OR album_id IS NOT NULL);
