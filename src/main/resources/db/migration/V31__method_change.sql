create table method_change (
    case_id      uuid                     not null primary key,
    account_id   uuid                     not null,
    -- the account while its case is open: at most one open change per account
    open_for     uuid unique,
    change       varchar(20)              not null,
    factor_id    uuid,
    bound        boolean                  not null,
    requested_at timestamp with time zone not null,
    expires_at   timestamp with time zone not null,
    ending       varchar(20),
    ended_at     timestamp with time zone
);

create index method_change_by_account on method_change (account_id);
