alter table outbound_message add column language varchar(2) default 'EN' not null;
-- what a call asks for
alter table outbound_message add column reply varchar(10) default 'NOTHING' not null;
alter table outbound_message add column reply_digits integer default 0 not null;
-- by what name the carrier speaks of it
alter table outbound_message add column carrier_id varchar(80);
alter table outbound_message alter column state set data type varchar(12);
