create table quota (
    subject varchar(160) not null primary key,
    used integer not null,
    -- from then on nothing of it counts any more
    ends_at timestamp with time zone
);
