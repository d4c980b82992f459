-- While a carrier or a kind of method is down: opened by a lead, with a reason and an end. Whether one is in force is a matter
-- of the clock alone; nothing has to run for it to be over.
create table incident (
    id          uuid                     not null primary key,
    scope       varchar(20)              not null,
    target      varchar(40)              not null,
    reason      varchar(1000)            not null,
    opened_by   uuid                     not null,
    opened_at   timestamp with time zone not null,
    ends_at     timestamp with time zone not null,
    -- where a lead ended it before its time
    ended_by    uuid,
    ended_at    timestamp with time zone
);

create index incident_by_end on incident (ends_at);

-- the cases that were decided under it
create table incident_case (
    incident_id uuid                     not null references incident (id),
    case_id     uuid                     not null,
    decided_at  timestamp with time zone not null,
    primary key (incident_id, case_id)
);

create index incident_case_by_case on incident_case (case_id);

alter table recovery_decision add column incident boolean default false not null;
