-- The trail: rows are added and never changed. The canonical form says the same as the other columns, which are there to find it.
CREATE TABLE audit_event (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamp with time zone NOT NULL,
    actor     uuid,
    action    varchar(100) NOT NULL,
    subject   uuid,
    case_id   uuid,
    step      varchar(300),
    result    varchar(60) NOT NULL,
    details   varchar(4000) NOT NULL,
    canonical bytea NOT NULL
);

CREATE INDEX audit_event_by_subject ON audit_event (subject, id);
CREATE INDEX audit_event_by_case ON audit_event (case_id, id);
