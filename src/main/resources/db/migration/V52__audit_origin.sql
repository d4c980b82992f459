-- One key for each person whose origins the trail keeps; another where a second node was first at the same moment.
-- Without the key nobody reads them any more, and what is proved about the events stays.
CREATE TABLE audit_person_key (
    id         uuid PRIMARY KEY,
    person     uuid NOT NULL,
    sealed     bytea,
    created_at timestamp with time zone NOT NULL,
    erased_at  timestamp with time zone
);

CREATE INDEX audit_person_key_by_person ON audit_person_key (person);

-- To find what came from the same network. No part of what is proved: it is forgotten long before the event is.
ALTER TABLE audit_event ADD COLUMN network varchar(32);

CREATE INDEX audit_event_by_actor ON audit_event (actor, id);
CREATE INDEX audit_event_by_moment ON audit_event (at, id);
