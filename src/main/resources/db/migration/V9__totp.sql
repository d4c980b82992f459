-- Keys of authenticator apps, sealed by the vault. last_step is the newest time step whose code was accepted.
create table totp_key (
    factor_id  uuid                     not null primary key,
    sealed_key bytea                    not null,
    last_step  bigint                   not null,
    created_at timestamp with time zone not null
);
