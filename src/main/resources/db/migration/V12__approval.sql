create table approval_decision (
  case_id uuid primary key,
  decided_by uuid not null,
  approved boolean not null,
  reason varchar(1000) not null,
  decided_at timestamp with time zone not null
);
