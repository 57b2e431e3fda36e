-- What people may know of a job, who has it, and whether any are to begin.

ALTER TABLE jobs
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN last_error text;

ALTER TABLE dead_jobs
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN tries integer NOT NULL DEFAULT 5;
CREATE INDEX dead_jobs_failed ON dead_jobs (failed_at, id);

-- A row's version is also what a try is fenced with: every claim makes it greater. A job that comes again under the name
-- of one that is over must not begin below that one's last version, or a try of the old one could pass for one of the new.
CREATE FUNCTION begin_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint);
    RETURN NEW;
END $$;
CREATE TRIGGER jobs_begin_version BEFORE INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION begin_version();

-- While there is a row, no node begins a job.
CREATE TABLE job_pause (
    only_one  boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    paused_at timestamptz NOT NULL,
    paused_by uuid        NOT NULL
);

-- Here and not in the nodes, so that it holds everywhere from the commit on: a claim that is not to be is left out.
CREATE FUNCTION refuse_while_paused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM job_pause) THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER jobs_refuse_while_paused BEFORE UPDATE ON jobs
    FOR EACH ROW WHEN (NEW.picked AND NOT OLD.picked) EXECUTE FUNCTION refuse_while_paused();
