-- Keys that sign blocks. The newest signs; each but the first is vouched for by the one before it.
CREATE TABLE seal_key (
    number      integer PRIMARY KEY,
    public_key  bytea NOT NULL,
    sealed      bytea NOT NULL,
    endorsement bytea,
    digest      bytea NOT NULL,
    created_at  timestamp with time zone NOT NULL
);

-- Blocks: events put in order, hashed, chained and signed. The header is what is signed and says all; the other columns find it.
CREATE TABLE seal_block (
    number        bigint PRIMARY KEY,
    header        bytea NOT NULL,
    signature     bytea NOT NULL,
    leaves        bytea,
    sealed_at     timestamp with time zone NOT NULL,
    last_event_id bigint NOT NULL
);

CREATE INDEX seal_block_by_event ON seal_block (last_event_id);

-- Up to which event the sealer has come; whoever seals holds this row.
CREATE TABLE seal_progress (
    id            integer PRIMARY KEY,
    last_event_id bigint NOT NULL
);

INSERT INTO seal_progress (id, last_event_id) VALUES (1, 0);

-- Ids that were passed over, for their transactions may still commit.
CREATE TABLE seal_gap (
    first_id bigint PRIMARY KEY,
    last_id  bigint NOT NULL,
    seen_at  timestamp with time zone NOT NULL
);

-- Events that came after their neighbours had been sealed, and the block that took them in.
CREATE TABLE seal_late (
    event_id bigint PRIMARY KEY,
    block    bigint NOT NULL
);

-- Where the head of the chain was written down outside this database.
CREATE TABLE seal_anchor (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    line        varchar(300) NOT NULL,
    anchored_at timestamp with time zone NOT NULL
);

-- What verifications found, and up to where the next incremental one need not look again.
CREATE TABLE seal_check (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    whole         boolean NOT NULL,
    started_at    timestamp with time zone NOT NULL,
    ended_at      timestamp with time zone NOT NULL,
    blocks        bigint NOT NULL,
    events        bigint NOT NULL,
    findings      integer NOT NULL,
    head          bigint NOT NULL,
    head_hash     bytea,
    last_event_id bigint NOT NULL
);

CREATE TABLE seal_finding (
    check_id bigint NOT NULL,
    place    integer NOT NULL,
    kind     varchar(40) NOT NULL,
    block    bigint,
    event_id bigint,
    other_id bigint,
    PRIMARY KEY (check_id, place)
);
