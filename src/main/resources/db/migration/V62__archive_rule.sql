-- which rules of decision tables have matched in finished cases, so that cases are found by them
create table archive_rule (
    case_id  uuid        not null,
    decision varchar(64) not null,
    -- the beginning of the SHA-256 of what the table says about the rule: the same rule in every version, whatever its number
    rule     varchar(16) not null,
    constraint archive_rule_key primary key (case_id, decision, rule)
);
create index archive_rule_by_rule on archive_rule (decision, rule, case_id);

-- whether the rules of a record stand there; not of one that an earlier release has made
alter table archive_record add column rules_listed boolean default false not null;
create index archive_record_to_list on archive_record (rules_listed, case_id);
