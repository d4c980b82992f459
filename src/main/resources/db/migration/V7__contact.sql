create table contact (
    id uuid not null primary key,
    account_id uuid not null,
    case_id uuid not null,
    state varchar(10) not null,
    -- the address, sealed by the vault; erased when another address takes its place before it was confirmed
    sealed bytea,
    -- keyed digest of the address in lower case: finds an address again without opening any
    digest bytea not null,
    challenge_id uuid not null,
    sends integer not null,
    last_message_key varchar(200),
    sent_at timestamp with time zone,
    code_expires_at timestamp with time zone,
    created_at timestamp with time zone not null,
    confirmed_at timestamp with time zone,
    -- whether the session had proved a fresh factor when it confirmed the address
    with_factor boolean
);

create index contact_account on contact (account_id, state);
