-- What is unusual: once for each kind, for whoever or whatever stands out, and each day.
CREATE TABLE report_pattern (
    id       uuid PRIMARY KEY,
    kind     varchar(20)              NOT NULL,
    -- who or what stands out: an agent, or a digest of a network or a number
    about    varchar(64)              NOT NULL,
    found_on date                     NOT NULL,
    found_at timestamp with time zone NOT NULL,
    UNIQUE (kind, about, found_on)
);

CREATE INDEX report_pattern_by_moment ON report_pattern (found_at);

CREATE TABLE report_pattern_case (
    pattern_id uuid NOT NULL REFERENCES report_pattern (id) ON DELETE CASCADE,
    case_id    uuid NOT NULL,
    PRIMARY KEY (pattern_id, case_id)
);
