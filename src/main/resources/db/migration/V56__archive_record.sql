-- What is kept of a finished case when the engine has forgotten it: canonical JSON, compressed, and the SHA-256 of it uncompressed.
create table archive_record (
    case_id     uuid                     not null,
    form        integer                  not null,
    sha256      varchar(64)              not null,
    content     bytea                    not null,
    ended_at    timestamp with time zone not null,
    recorded_at timestamp with time zone not null,
    constraint archive_record_key primary key (case_id)
);
create index archive_record_by_end on archive_record (ended_at, case_id);

-- the models of processes (bpmn) and decisions (dmn) as they were deployed, once for each version
create table archive_model (
    kind        varchar(8)               not null,
    name        varchar(64)              not null,
    version     integer                  not null,
    sha256      varchar(64)              not null,
    content     bytea                    not null,
    archived_at timestamp with time zone not null,
    constraint archive_model_key primary key (kind, name, version)
);

-- which models a record needs
create table archive_record_model (
    case_id uuid        not null,
    kind    varchar(8)  not null,
    name    varchar(64) not null,
    version integer     not null,
    constraint archive_record_model_key primary key (case_id, kind, name, version)
);
create index archive_record_model_by_model on archive_record_model (kind, name, version);

-- how long finished cases stood at their steps
create table archive_step (
    case_id    uuid                     not null,
    place      integer                  not null,
    process    varchar(64)              not null,
    version    integer                  not null,
    element    varchar(255)             not null,
    entered_at timestamp with time zone not null,
    seconds    bigint                   not null,
    constraint archive_step_key primary key (case_id, place)
);
create index archive_step_by_process on archive_step (process, entered_at);
