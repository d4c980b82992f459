-- Keyed digests of app passwords. One is shown once; shown_id tells it from one that was shown later in its place.
create table app_password (
    factor_id uuid  not null primary key,
    shown_id  uuid  not null,
    digest    bytea not null
);
