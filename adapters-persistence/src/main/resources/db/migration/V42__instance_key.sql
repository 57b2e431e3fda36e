-- By which key this instance's secrets are made. The mark is made with it and tells nothing of it.

CREATE TABLE instance_key (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    mark   text    NOT NULL CHECK (length(mark) = 43)
);
