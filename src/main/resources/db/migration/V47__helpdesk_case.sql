-- The cases that the helpdesk has ever been offered a task of: who may read their pages. Written with the tasks, and kept when those
-- are done.
create table helpdesk_case (
    case_id     uuid                     not null,
    -- the first eight digits of the case id, by which people call it
    case_number varchar(8)               not null,
    -- the process in which the first such task stood
    process     varchar(64)              not null,
    subject     uuid,
    offered_at  timestamp with time zone not null,
    constraint helpdesk_case_key primary key (case_id)
);
create index helpdesk_case_by_number on helpdesk_case (case_number);

create table helpdesk_case_group (
    case_id    uuid         not null,
    group_name varchar(255) not null,
    constraint helpdesk_case_group_key primary key (case_id, group_name)
);

-- who has ever been barred from a task of the case
create table helpdesk_case_barred (
    case_id uuid not null,
    account uuid not null,
    constraint helpdesk_case_barred_key primary key (case_id, account)
);

insert into helpdesk_case (case_id, case_number, process, subject, offered_at)
select t.case_id, t.case_number, t.process, t.subject, t.created_at
  from helpdesk_task t
 where not exists (select 1 from helpdesk_task o
                    where o.case_id = t.case_id
                      and (o.created_at < t.created_at
                           or o.created_at = t.created_at and o.task_id < t.task_id
                           or o.task_id = t.task_id and o.group_name < t.group_name));
insert into helpdesk_case_group (case_id, group_name) select distinct case_id, group_name from helpdesk_task;
insert into helpdesk_case_barred (case_id, account)
select distinct t.case_id, b.account from helpdesk_task t join helpdesk_task_barred b on b.task_id = t.task_id;

-- what staff have written down about a case; never changed
create table helpdesk_note (
    id         uuid                     not null,
    case_id    uuid                     not null,
    author     uuid                     not null,
    written_at timestamp with time zone not null,
    text       varchar(2000)            not null,
    constraint helpdesk_note_key primary key (id)
);
create index helpdesk_note_by_case on helpdesk_note (case_id, written_at);

-- open pages that show a case or a task of it, each seen again every few seconds
create table helpdesk_watcher (
    page    uuid                     not null,
    case_id uuid                     not null,
    account uuid                     not null,
    seen_at timestamp with time zone not null,
    constraint helpdesk_watcher_key primary key (page)
);
create index helpdesk_watcher_by_case on helpdesk_watcher (case_id, seen_at);
create index helpdesk_watcher_by_time on helpdesk_watcher (seen_at);
