-- One row, made at the first start: what only the right keyset opens.
create table vault_check (
    id     integer      not null primary key,
    sealed bytea        not null,
    digest bytea        not null
);
