package org.sekisho.seal;

import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody who can write to the database may do to the trail. */
public final class JdbcTampering {

    private static final String ALL = "at, actor, action, subject, case_id, step, result, details, canonical";

    private final JdbcClient jdbc;

    public JdbcTampering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a trail of its own, behind all that other tests have written. */
    public void beginAnew() {
        List.of(
                        "seal_block",
                        "seal_key",
                        "seal_gap",
                        "seal_late",
                        "seal_anchor",
                        "seal_check",
                        "seal_finding",
                        "audit_event")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        jdbc.sql("insert into audit_event (at, action, result, details, canonical)"
                        + " values (current_timestamp, 'x', 'y', '', '')")
                .update();
        jdbc.sql("update seal_progress set last_event_id = (select max(id) from audit_event)")
                .update();
        jdbc.sql("delete from audit_event").update();
    }

    List<Long> events() {
        return jdbc.sql("select id from audit_event order by id")
                .query(Long.class)
                .list();
    }

    /** Those that are in a block. */
    public List<Long> sealed() {
        return jdbc.sql("select e.id from audit_event e, seal_progress s where e.id <= s.last_event_id order by e.id")
                .query(Long.class)
                .list();
    }

    void changeByte(long event, int place) {
        byte[] canonical = canonical(event);
        canonical[Math.floorMod(place, canonical.length)] ^= 1;
        jdbc.sql("update audit_event set canonical = :canonical where id = :id")
                .param("canonical", canonical)
                .param("id", event)
                .update();
    }

    byte[] canonical(long event) {
        return jdbc.sql("select canonical from audit_event where id = :id")
                .param("id", event)
                .query((row, place) -> row.getBytes(1))
                .single();
    }

    void changeColumn(long event, String column, Object value) {
        jdbc.sql("update audit_event set " + column + " = :value where id = :id")
                .param("value", value)
                .param("id", event)
                .update();
    }

    public void remove(long event) {
        jdbc.sql("delete from audit_event where id = :id").param("id", event).update();
    }

    void swap(long one, long other) {
        copy(one, -1);
        remove(one);
        copy(other, one);
        remove(other);
        copy(-1, other);
        remove(-1);
    }

    /** Writes what one event says once more, under another id. */
    void copy(long from, long to) {
        jdbc.sql("insert into audit_event (id, " + ALL + ") overriding system value select cast(:to as bigint), " + ALL
                        + " from audit_event where id = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }

    void removeBlock(long number) {
        jdbc.sql("delete from seal_block where number = :number")
                .param("number", number)
                .update();
    }

    /** Cuts off all from a block on, with its events, so that nothing in the tables tells of them. */
    void cutFrom(StoredBlock block) {
        jdbc.sql("delete from seal_block where number >= :number")
                .param("number", block.number())
                .update();
        long first = block.block().ids().runs().get(0).first();
        jdbc.sql("delete from audit_event where id >= :first")
                .param("first", first)
                .update();
        jdbc.sql("update seal_progress set last_event_id = :last")
                .param("last", first - 1)
                .update();
        jdbc.sql("delete from seal_anchor").update();
    }

    /** Cuts the last block off in the same way. */
    public void cutTail(BeanFactory product) {
        cutFrom(product.getBean(JdbcBlocks.class).last().orElseThrow());
    }

    void replaceHeader(long number, byte[] header) {
        jdbc.sql("update seal_block set header = :header where number = :number")
                .param("header", header)
                .param("number", number)
                .update();
    }

    void replaceBlock(Block block, byte[] signature) {
        jdbc.sql("update seal_block set header = :header, signature = :signature where number = :number")
                .param("header", block.header())
                .param("signature", signature)
                .param("number", block.number())
                .update();
    }

    void replaceLeaves(long number, byte[] leaves) {
        jdbc.sql("update seal_block set leaves = :leaves where number = :number")
                .param("leaves", leaves)
                .param("number", number)
                .update();
    }

    void replaceKey(int number, byte[] encoded) {
        jdbc.sql("update seal_key set public_key = :key where number = :number")
                .param("key", encoded)
                .param("number", number)
                .update();
    }
}
