-- Telephone numbers of methods, sealed by the vault; the keyed digest tells whether a number is known.
create table phone (
    factor_id     uuid        not null primary key,
    account_id    uuid        not null,
    slot          varchar(20) not null,
    delivery      varchar(20) not null,
    sealed_number bytea       not null,
    number_digest bytea       not null
);

create index phone_by_digest on phone (number_digest);

-- What was sent for one method in one case, and what may be sent next.
create table phone_sending (
    id            uuid                     not null primary key,
    factor_id     uuid                     not null,
    account_id    uuid                     not null,
    case_id       uuid                     not null,
    code_id       uuid                     not null,
    mode          varchar(20),
    sealed_keys   bytea,
    message_key   varchar(200),
    admitted      boolean                  not null,
    refusal       varchar(20),
    refused_until timestamp with time zone,
    sends         integer                  not null,
    answered      boolean                  not null,
    sent_at       timestamp with time zone,
    expires_at    timestamp with time zone,
    created_at    timestamp with time zone not null,
    constraint phone_sending_of_case unique (factor_id, case_id)
);

create index phone_sending_by_message on phone_sending (message_key);
create index phone_sending_by_age on phone_sending (created_at);
