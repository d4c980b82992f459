-- Accounts whose methods and contacts stand still, one row for each case that asks for it.
create table factor_freeze (
    case_id         uuid                     not null primary key,
    account_id      uuid                     not null,
    -- from when on what was bound may be in the wrong hands
    suspected_since timestamp with time zone not null,
    frozen_at       timestamp with time zone not null
);

create index factor_freeze_by_account on factor_freeze (account_id);
