-- Passkeys: what their devices gave at registration, nothing of it secret. sign_count is the highest count seen; credential is
-- the attested credential data (WebAuthn §6.5.1) in base64url.
create table passkey (
    factor_id       uuid                     not null primary key,
    credential_id   varchar(1400)            not null unique,
    credential      varchar(4000)            not null,
    sign_count      bigint                   not null,
    backup_eligible boolean                  not null,
    transports      varchar(200)             not null,
    created_at      timestamp with time zone not null
);

-- What devices are asked to sign, each once. Answered and replaced ones stay for a while, so that an answer that comes too late
-- can be told from a wrong one.
create table passkey_question (
    challenge  varchar(43)              not null primary key,
    ceremony   varchar(120)             not null,
    state      varchar(20)              not null,
    asked_at   timestamp with time zone not null,
    expires_at timestamp with time zone not null
);

create index passkey_question_by_ceremony on passkey_question (ceremony);
create index passkey_question_by_expiry on passkey_question (expires_at);
