-- What the sealer remembers decides what is sealed, verified and let go: a digest by the vault says that the product wrote it.
-- What an earlier release has written without one is believed of gaps where a block bears it out; and the trail is verified anew.
ALTER TABLE seal_gap ADD COLUMN digest bytea;
ALTER TABLE seal_check ADD COLUMN digest bytea;

-- Which events say what a rule of retention has let go of a block; what they say is proved by themselves.
CREATE TABLE seal_let_go (
    event_id bigint PRIMARY KEY,
    block    bigint NOT NULL
);

CREATE INDEX seal_let_go_by_block ON seal_let_go (block);

-- an event that somebody has made something else of says nothing
INSERT INTO seal_let_go (event_id, block)
SELECT id, CAST(block AS bigint)
FROM (
    SELECT id, SUBSTRING(details FROM 7 FOR GREATEST(POSITION('digest=' IN details) - 8, 0)) AS block
    FROM audit_event
    WHERE action = 'audit.events-retired' AND details LIKE 'block=%digest=%'
) told
WHERE block <> '' AND LENGTH(block) < 19 AND TRANSLATE(block, '0123456789', '0000000000') = REPEAT('0', LENGTH(block));
