-- searches of cases that somebody has saved for themselves
create table archive_saved_search (
    id       uuid                     not null,
    account  uuid                     not null,
    name     varchar(60)              not null,
    saved_at timestamp with time zone not null,
    -- what is sought, a line for each criterion
    criteria varchar(2000)            not null,
    constraint archive_saved_search_key primary key (id),
    constraint archive_saved_search_name unique (account, name)
);
