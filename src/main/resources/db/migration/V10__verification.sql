-- One row for each code that was made for a challenge; a keyed digest, never the code. Earlier rounds stay for a while, so
-- that a voided or used code can be told from a wrong one.
create table code_challenge (
    challenge_id uuid                     not null,
    round        integer                  not null,
    digest       bytea                    not null,
    state        varchar(20)              not null,
    expires_at   timestamp with time zone not null,
    primary key (challenge_id, round)
);

create index code_challenge_by_expiry on code_challenge (expires_at);

-- For whom a second factor is asked at each sign-in.
create table verification_enforcement (
    account_id uuid                     not null primary key,
    since      timestamp with time zone not null
);

-- What a verification case must remember outside the engine: which session it belongs to and where it leads.
create table verification_case (
    case_id      uuid                     not null primary key,
    account_id   uuid                     not null,
    session_key  uuid                     not null,
    purpose      varchar(20)              not null,
    return_route varchar(200)             not null,
    expires_at   timestamp with time zone not null,
    outcome      varchar(20)
);

create index verification_case_by_expiry on verification_case (expires_at);
