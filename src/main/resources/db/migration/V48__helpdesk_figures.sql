-- filters of the list that a member of staff has saved for themselves
create table helpdesk_saved_filter (
    id       uuid         not null,
    account  uuid         not null,
    name     varchar(60)  not null,
    saved_at timestamp with time zone not null,
    filter   varchar(32)  not null,
    process  varchar(64),
    sorting  varchar(32)  not null,
    -- what was typed into the search; blank for nothing
    text     varchar(100) not null,
    constraint helpdesk_saved_filter_key primary key (id),
    constraint helpdesk_saved_filter_name unique (account, name)
);

-- the tasks that the helpdesk was ever offered, for its figures: no person in it. Times are counted in business time.
create table helpdesk_work (
    task_id            varchar(64)              not null,
    process            varchar(64)              not null,
    offered_at         timestamp with time zone not null,
    due_at             timestamp with time zone,
    -- when somebody first held it, and how many seconds that took
    taken_at           timestamp with time zone,
    response_seconds   bigint,
    ended_at           timestamp with time zone,
    -- how many seconds from the offer to its completion; none where the case went on without it
    resolution_seconds bigint,
    constraint helpdesk_work_key primary key (task_id)
);
create index helpdesk_work_open on helpdesk_work (ended_at, process);
create index helpdesk_work_taken on helpdesk_work (taken_at, process);

insert into helpdesk_work (task_id, process, offered_at, due_at)
select distinct task_id, process, created_at, case when due_at < timestamp with time zone '9999-01-01 00:00:00+00' then due_at end
  from helpdesk_task
 where group_name in ('helpdesk', 'helpdesk:privileged', 'lead', 'lead:privileged');
