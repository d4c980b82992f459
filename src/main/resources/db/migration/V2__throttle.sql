-- Failures in a row by subject; a row is locked while a try is counted.
create table throttle (
    subject            varchar(120) not null primary key,
    failures           integer      not null,
    -- the try counted last, and the one before it, to which taking back returns
    failed_at          timestamp with time zone,
    failed_before_at   timestamp with time zone,
    -- when the failures are forgotten; null for never
    forget_at          timestamp with time zone
);
create index throttle_forget_at on throttle (forget_at);
