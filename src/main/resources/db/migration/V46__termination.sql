create table termination (
    case_id         uuid                     not null primary key,
    account_id      uuid                     not null,
    -- the account while its case is open: at most one open case per account
    open_for        uuid unique,
    state           varchar(20)              not null,
    reason          varchar(1000)            not null,
    requested_at    timestamp with time zone not null,
    decision_due_at timestamp with time zone not null,
    expires_at      timestamp with time zone not null,
    decided_by      uuid,
    decided_at      timestamp with time zone,
    decision_reason varchar(1000),
    -- the second person, where two decide
    confirmed_by    uuid,
    confirmed_at    timestamp with time zone,
    confirmation_reason varchar(1000),
    mfa_ends_at     timestamp with time zone,
    ended_at        timestamp with time zone
);

create index termination_by_account on termination (account_id);
