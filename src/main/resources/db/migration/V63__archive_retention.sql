-- of which kind a recorded case is, since each kind is kept for a time of its own
alter table archive_record add column process varchar(64) default '' not null;
update archive_record set process = coalesce(
    (select c.process from archive_case c where c.case_id = archive_record.case_id), '');
create index archive_record_by_process on archive_record (process, ended_at, case_id);
