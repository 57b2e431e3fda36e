-- What pictures look like, in few bytes. Images that were rendered before have neither.
ALTER TABLE images
    -- The most frequent colour first, each with its share in thousandths, such as '#4a6f8c/412'.
    ADD COLUMN palette         text[],
    -- 64 comparisons of neighbouring areas; none where a picture shows nothing to compare.
    ADD COLUMN difference_hash bigint;
