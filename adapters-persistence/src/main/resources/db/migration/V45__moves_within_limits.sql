-- No row of a move asks for more than its readers take. One that does was started by a command that did not look.
UPDATE storage_moves SET keep_seconds = 2592000 WHERE keep_seconds > 2592000;
ALTER TABLE storage_moves ADD CONSTRAINT storage_moves_manner CHECK (keep_seconds <= 2592000 AND rate_mib <= 10000) NOT VALID;
