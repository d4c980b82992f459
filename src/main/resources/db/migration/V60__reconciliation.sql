-- To count and to compare what the trail says of one kind of fact within a time.
CREATE INDEX audit_event_by_action ON audit_event (action, at);

-- Since when each user operation of the engine is an event as well, and until when both have been compared.
CREATE TABLE reconciliation (
    id         integer PRIMARY KEY CHECK (id = 1),
    since      timestamp with time zone NOT NULL,
    reached_at timestamp with time zone NOT NULL
);

-- What is in one and not in the other, or otherwise there.
CREATE TABLE reconciliation_difference (
    id        uuid PRIMARY KEY,
    found_at  timestamp with time zone NOT NULL,
    kind      varchar(20)              NOT NULL,
    operation varchar(64)              NOT NULL,
    what      varchar(60)              NOT NULL,
    target    varchar(64)              NOT NULL,
    at        timestamp with time zone NOT NULL,
    actor     uuid,
    case_id   uuid,
    UNIQUE (operation, what, target, kind)
);

CREATE INDEX reconciliation_difference_by_moment ON reconciliation_difference (found_at);
