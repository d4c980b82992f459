-- What speaks for the person of a case. An occasion is what makes two pieces of one kind different: a photo, a voucher, a
-- code; the same occasion counts once however often it is told.
create table evidence (
    id         uuid                     not null primary key,
    case_id    uuid                     not null,
    account_id uuid                     not null,
    kind       varchar(30)              not null,
    occasion   varchar(60)              not null,
    result     varchar(20)              not null,
    -- who made sure of it; none where the product itself did, or nobody has yet
    checked_by uuid,
    added_at   timestamp with time zone not null,
    checked_at timestamp with time zone,
    constraint evidence_once unique (case_id, kind, occasion)
);

-- Pictures of ID cards: sealed by the vault, and gone when their time is up. The row stays and proves it.
create table evidence_photo (
    id           uuid                     not null primary key,
    evidence_id  uuid                     not null references evidence (id),
    case_id      uuid                     not null,
    account_id   uuid                     not null,
    sealed       bytea,
    size         integer                  not null,
    taken_at     timestamp with time zone not null,
    delete_after timestamp with time zone not null,
    deleted_at   timestamp with time zone
);

create index evidence_photo_by_case on evidence_photo (case_id);
create index evidence_photo_by_end on evidence_photo (delete_after);
