create table outbound_message (
    id uuid not null primary key,
    message_key varchar(200) not null,
    kind varchar(10) not null,
    account_id uuid not null,
    case_id uuid,
    channel varchar(40) not null,
    -- address, subject and body, sealed by the vault; erased when the message ends
    sealed bytea,
    state varchar(10) not null,
    attempts integer not null,
    due_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    claimed_by uuid,
    claimed_at timestamp with time zone,
    created_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    constraint outbound_message_key unique (message_key)
);

create index outbound_message_due on outbound_message (state, due_at);
create index outbound_message_case on outbound_message (case_id);
create index outbound_message_account on outbound_message (account_id);
