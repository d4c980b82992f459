-- who has done more in a finished case than read it, so that it is found by them however long ago that was
create table archive_actor (
    case_id uuid not null,
    actor   uuid not null,
    constraint archive_actor_key primary key (case_id, actor)
);
create index archive_actor_by_actor on archive_actor (actor, case_id);
insert into archive_actor (case_id, actor)
    select distinct e.case_id, e.actor from audit_event e join archive_record r on r.case_id = e.case_id
     where e.actor is not null and e.action not like '%.case-read';
