-- The links by which the readers of a notice dispute the change that it tells of: one for each address, all of one change
-- under one id. Of the link's secret only a keyed digest is kept.
create table notice_dispute_link (
    id         uuid                     not null primary key,
    digest     bytea                    not null,
    change_id  uuid                     not null,
    account_id uuid                     not null,
    news       varchar(40)              not null,
    subject_id uuid                     not null,
    told_at    timestamp with time zone not null,
    expires_at timestamp with time zone not null
);

create index notice_dispute_link_by_expiry on notice_dispute_link (expires_at);

-- Which method a session has proved: an older one lifts a freeze, a disputed one does not.
alter table verification_case add column proved_factor uuid;
alter table verification_case add column proved_at timestamp with time zone;
