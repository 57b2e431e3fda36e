-- Whether a move's new place is read first: once every copy is known to be good, or from the beginning.
ALTER TABLE storage_moves ADD COLUMN trusted boolean NOT NULL DEFAULT false;
UPDATE storage_moves SET trusted = true WHERE phase IN ('KEEPING', 'DELETING', 'CHECKING');
