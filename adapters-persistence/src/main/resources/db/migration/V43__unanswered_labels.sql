-- The images in a row that a labelling of many images got no answer for. It asks for them again.
ALTER TABLE label_runs ADD COLUMN unanswered uuid[] NOT NULL DEFAULT '{}';
