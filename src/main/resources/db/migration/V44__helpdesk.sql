-- The tasks that groups are offered, as the list shows them: a row for each group, so that an index leads to the first page of any
-- group in any order. Written in the transaction that changes the task in the engine. What has no due date is due at the end of time.
create table helpdesk_task (
    task_id      varchar(64)              not null,
    group_name   varchar(255)             not null,
    case_id      uuid                     not null,
    -- the first eight digits of the case id, by which people call it
    case_number  varchar(8)               not null,
    process      varchar(64)              not null,
    element      varchar(255)             not null,
    form_key     varchar(255)             not null,
    subject      uuid,
    assignee     uuid,
    priority     integer                  not null,
    created_at   timestamp with time zone not null,
    due_at       timestamp with time zone not null,
    follow_up_at timestamp with time zone not null,
    constraint helpdesk_task_key primary key (task_id, group_name)
);
create index helpdesk_task_by_due on helpdesk_task (group_name, due_at, created_at, task_id);
create index helpdesk_task_by_priority on helpdesk_task (group_name, priority desc, created_at, task_id);
create index helpdesk_task_by_age on helpdesk_task (group_name, created_at, task_id);
create index helpdesk_task_by_follow_up on helpdesk_task (group_name, follow_up_at);
create index helpdesk_task_by_kind on helpdesk_task (group_name, process, due_at, created_at, task_id);
create index helpdesk_task_by_assignee on helpdesk_task (assignee);
create index helpdesk_task_by_subject on helpdesk_task (subject);
create index helpdesk_task_by_case on helpdesk_task (case_id);
create index helpdesk_task_by_number on helpdesk_task (case_number);

-- who must not work a task, beside its subject
create table helpdesk_task_barred (
    task_id varchar(64) not null,
    account uuid        not null,
    constraint helpdesk_task_barred_key primary key (task_id, account)
);
create index helpdesk_task_barred_by_account on helpdesk_task_barred (account);
