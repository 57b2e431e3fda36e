-- The images in a row that a labelling of many images got no answer for. It asks for them again.
ALTER TABLE label_runs ADD COLUMN unanswered uuid[] NOT NULL DEFAULT '{}';

-- Pictures that were in the trash when their turn came went on waiting, without a job, and could not be asked for again.
UPDATE image_labelings l
SET status = 'failed', failure = 'It was in the trash, or not ready, when its turn came. Ask for labels again.'
WHERE l.status = 'waiting' AND NOT EXISTS (
    SELECT 1 FROM jobs j WHERE j.task_name = 'label-image' AND convert_from(j.task_data, 'UTF8') = CAST(l.image_id AS text));
