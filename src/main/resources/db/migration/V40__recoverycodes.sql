-- Keyed digests of recovery codes. A set is shown once; set_id tells it from one that was shown later in its place.
create table recovery_code (
    factor_id uuid    not null,
    place     integer not null,
    set_id    uuid    not null,
    digest    bytea   not null,
    used_at   timestamp with time zone,
    primary key (factor_id, place)
);
