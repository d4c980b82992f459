-- Every method of every account, whatever its kind; what a kind needs beyond this stands in a table of its own.
create table factor (
    id           uuid                     not null primary key,
    account_id   uuid                     not null,
    kind         varchar(40)              not null,
    name         varchar(80),
    state        varchar(20)              not null,
    preferred    boolean                  not null,
    bound_in     uuid                     not null,
    created_at   timestamp with time zone not null,
    activated_at timestamp with time zone,
    last_used_at timestamp with time zone,
    ended_at     timestamp with time zone
);

create index factor_by_account on factor (account_id);
create index factor_by_case on factor (bound_in);
