create table dispute (
    case_id     uuid                     not null primary key,
    -- at most one case for a change, however many addresses were told of it
    change_id   uuid                     not null unique,
    account_id  uuid                     not null,
    news        varchar(40)              not null,
    subject_id  uuid                     not null,
    told_at     timestamp with time zone not null,
    disputed_at timestamp with time zone not null,
    state       varchar(20)              not null,
    decided_by  uuid,
    reason      varchar(1000),
    ended_at    timestamp with time zone
);

create index dispute_by_account on dispute (account_id);
