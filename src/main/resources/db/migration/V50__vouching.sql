-- People whom somebody has named to vouch for them, should they lose every method. How long ago it was matters.
create table contact_person (
    id            uuid                     not null primary key,
    account_id    uuid                     not null,
    person_id     uuid                     not null,
    registered_at timestamp with time zone not null,
    constraint contact_person_once unique (account_id, person_id)
);

create index contact_person_by_person on contact_person (person_id);

-- One question to one of them, or to a manager, in one recovery.
create table vouching (
    case_id       uuid                     not null primary key,
    recovery_case uuid                     not null,
    account_id    uuid                     not null,
    voucher_id    uuid                     not null,
    relation      varchar(20)              not null,
    state         varchar(20)              not null,
    asked_at      timestamp with time zone not null,
    ended_at      timestamp with time zone,
    constraint vouching_once unique (recovery_case, voucher_id)
);

create index vouching_by_voucher on vouching (voucher_id, asked_at);
