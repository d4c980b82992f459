create table enrollment (
  case_id uuid primary key,
  account_id uuid not null,
  -- the account while its case is open: at most one open case per account
  open_for uuid unique,
  state varchar(20) not null,
  applied_at timestamp with time zone not null,
  not_now_count integer not null,
  not_now_until timestamp with time zone not null,
  activation_at timestamp with time zone,
  ended_at timestamp with time zone,
  return_to varchar(200)
);
create index enrollment_account on enrollment (account_id, applied_at);
