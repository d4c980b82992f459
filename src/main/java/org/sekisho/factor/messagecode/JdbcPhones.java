package org.sekisho.factor.messagecode;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.shared.PhoneNumber;
import org.sekisho.shared.Secret;
import org.sekisho.vault.SealedSecret;
import org.sekisho.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The numbers in table {@code phone}, sealed by the vault; a keyed digest beside each tells whether a number is known. Calls
 * join a transaction of the caller.
 */
@Component
class JdbcPhones {

    private static final String DIGEST = "phone-number";

    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcPhones(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Keeps the number of a method, in place of the one that it had. */
    void put(FactorId factor, AccountId account, Phone phone) {
        destroy(factor);
        jdbc.sql("insert into phone (factor_id, account_id, slot, delivery, sealed_number, number_digest)"
                        + " values (:factor, :account, :slot, :delivery, :sealed, :digest)")
                .param("factor", factor.value())
                .param("account", account.value())
                .param("slot", phone.slot().name())
                .param("delivery", phone.delivery().name())
                .param(
                        "sealed",
                        vault.seal(bytes(phone.number().value()), context(factor))
                                .toBytes())
                .param("digest", digest(phone.number()))
                .update();
    }

    Optional<Phone> find(FactorId factor) {
        return jdbc.sql("select slot, delivery, sealed_number from phone where factor_id = :factor")
                .param("factor", factor.value())
                .query((row, number) -> new Phone(
                        PhoneNumber.of(new String(
                                vault.open(SealedSecret.ofBytes(row.getBytes("sealed_number")), context(factor))
                                        .reveal(),
                                StandardCharsets.UTF_8)),
                        Slot.valueOf(row.getString("slot")),
                        Delivery.valueOf(row.getString("delivery"))))
                .optional();
    }

    /** How codes reach a method, without opening its number. */
    Optional<Delivery> delivery(FactorId factor) {
        return jdbc.sql("select delivery from phone where factor_id = :factor")
                .param("factor", factor.value())
                .query(String.class)
                .optional()
                .map(Delivery::valueOf);
    }

    /** The places for which these methods have a number. */
    Set<Slot> slots(Collection<FactorId> factors) {
        Set<Slot> taken = EnumSet.noneOf(Slot.class);
        List<UUID> ids = factors.stream().map(FactorId::value).toList();
        if (!ids.isEmpty()) {
            jdbc.sql("select slot from phone where factor_id in (:factors)")
                    .param("factors", ids)
                    .query(String.class)
                    .list()
                    .forEach(slot -> taken.add(Slot.valueOf(slot)));
        }
        return taken;
    }

    /** Whether a method of another account, or another one of this account, has the same number, active or suspended. */
    boolean isBound(PhoneNumber number, FactorId except) {
        return jdbc.sql(
                                "select count(*) from phone p join factor f on f.id = p.factor_id"
                                        + " where p.number_digest = :digest and f.state in ('ACTIVE', 'SUSPENDED') and p.factor_id <> :except")
                        .param("digest", digest(number))
                        .param("except", except.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void destroy(FactorId factor) {
        jdbc.sql("delete from phone where factor_id = :factor")
                .param("factor", factor.value())
                .update();
    }

    private byte[] digest(PhoneNumber number) {
        return vault.digest(bytes(number.value()), DIGEST);
    }

    private static String context(FactorId factor) {
        return "phone:" + factor;
    }

    private static Secret<byte[]> bytes(String text) {
        return Secret.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
