-- Every case, one row from its beginning to long after its end: what auditors search. Written in the transaction in which the engine
-- begins, moves and ends it.
create table archive_case (
    case_id      uuid                     not null,
    -- the first eight digits of the case id, by which people call it
    case_number  varchar(8)               not null,
    process      varchar(64)              not null,
    version      integer                  not null,
    subject      uuid,
    -- open, completed or cancelled
    state        varchar(16)              not null,
    -- the user task at which it stands or stood at last, and the process of that task
    step_process varchar(64),
    step         varchar(255),
    -- the end event at which it ended
    outcome      varchar(255),
    started_at   timestamp with time zone not null,
    -- the end of time while it is open, so that one order holds all
    ended_at     timestamp with time zone not null,
    seconds      bigint,
    -- days of the organisation's own time zone, by which volumes are counted
    started_on   date                     not null,
    ended_on     date,
    -- when it may be recorded; none while it is open, and once it is recorded
    record_due   timestamp with time zone,
    constraint archive_case_key primary key (case_id)
);
create index archive_case_by_start on archive_case (started_at, case_id);
create index archive_case_by_end on archive_case (ended_at, case_id);
create index archive_case_by_duration on archive_case (seconds, case_id);
create index archive_case_by_process on archive_case (process, started_at, case_id);
create index archive_case_by_state on archive_case (state, started_at, case_id);
create index archive_case_by_step on archive_case (step, started_at, case_id);
create index archive_case_by_outcome on archive_case (outcome, started_at, case_id);
create index archive_case_by_subject on archive_case (subject, started_at, case_id);
create index archive_case_by_number on archive_case (case_number);
create index archive_case_to_record on archive_case (record_due);
create index archive_case_by_day on archive_case (started_on, process, state);
create index archive_case_by_last_day on archive_case (ended_on, process, state);

-- how far the cases that the engine knew before have been taken in
create table archive_census (
    name       varchar(16)              not null,
    reached_at timestamp with time zone not null,
    constraint archive_census_key primary key (name)
);
