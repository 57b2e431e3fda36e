-- The model of each labeler that an image was labelled by last. Some labelers tell theirs only in their answers.
CREATE TABLE labeler_models (
    provider text PRIMARY KEY,
    model    text NOT NULL
);
INSERT INTO labeler_models (provider, model)
SELECT DISTINCT ON (provider) provider, model FROM image_labelings WHERE status = 'labelled' ORDER BY provider, at DESC, model DESC;
