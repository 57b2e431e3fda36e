-- What every feature stands on: text search, jobs, limits, the audit trail.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Words as they are typed, without accents and without the rules of any one language.
CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION words
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part, numword, numhword, hword_numpart
    WITH unaccent, simple;

-- The form in which texts are compared, the same whatever the database's locale.
CREATE FUNCTION folded(t text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, normalize(t, NFKC)) COLLATE pg_c_utf8);

-- db-scheduler's table, under our name.
CREATE TABLE jobs (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX jobs_due ON jobs (execution_time);
CREATE INDEX jobs_heartbeat ON jobs (last_heartbeat);

-- Jobs that failed for good: kept until somebody looks.
CREATE TABLE dead_jobs (
    id        uuid        PRIMARY KEY,
    name      text        NOT NULL,
    data      text        NOT NULL,
    cause     text        NOT NULL,
    failed_at timestamptz NOT NULL
);

-- bucket4j's table. A limit is worth nothing after a crash, so it needs no log and no flush.
CREATE UNLOGGED TABLE throttle_buckets (
    id         text PRIMARY KEY,
    state      bytea,
    expires_at bigint
);
CREATE INDEX throttle_buckets_expiry ON throttle_buckets (expires_at);

CREATE TABLE audit_events (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    occurred_at timestamptz NOT NULL,
    user_id     uuid,
    action      text        NOT NULL CHECK (length(action) BETWEEN 1 AND 100),
    module      text        NOT NULL CHECK (length(module) BETWEEN 1 AND 50),
    level       text        NOT NULL CHECK (level IN ('info', 'security', 'warning')),
    resource_id text        CHECK (length(resource_id) <= 100),
    metadata    jsonb       NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_events_user ON audit_events (user_id, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_events_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
