create table access_pass (
    -- one pass at a time for an account
    account_id  uuid                     not null primary key,
    case_id     uuid                     not null unique,
    digest      bytea                    not null,
    issues      integer                  not null,
    issued_at   timestamp with time zone not null,
    expires_at  timestamp with time zone not null,
    used_at     timestamp with time zone,
    session_key uuid
);

create table recovery (
    case_id        uuid                     not null primary key,
    account_id     uuid                     not null,
    -- the account while its case is open: at most one open recovery per account
    open_for       uuid unique,
    channel        varchar(20)              not null,
    opened_by      uuid,
    -- the browser that may be shown a pass
    browser_digest bytea,
    state          varchar(20)              not null,
    opened_at      timestamp with time zone not null,
    expires_at     timestamp with time zone not null,
    wait_until     timestamp with time zone,
    ended_at       timestamp with time zone
);

create index recovery_by_account on recovery (account_id);

create table recovery_visit (
    sign_in_case uuid                     not null primary key,
    case_id      uuid                     not null,
    opens        boolean                  not null,
    visited_at   timestamp with time zone not null
);

create table recovery_decision (
    id          uuid                     not null primary key,
    case_id     uuid                     not null,
    part        varchar(20)              not null,
    decided_by  uuid                     not null,
    verdict     varchar(20)              not null,
    reason      varchar(1000)            not null,
    score       integer,
    combination varchar(60),
    decided_at  timestamp with time zone not null
);

create index recovery_decision_by_case on recovery_decision (case_id);

create table recovery_pick_up (
    case_id    uuid                     not null primary key,
    digest     bytea                    not null,
    expires_at timestamp with time zone not null
);
