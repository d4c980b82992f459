package org.sekisho.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.sekisho.audit.AuditTrail;
import org.sekisho.process.Processes;
import org.sekisho.vault.Vault;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;

/** Seals for tests of other modules, in which no node does so by itself. */
public final class Seals {

    private Seals() {}

    /** Seals all that has been committed. */
    public static void all(BeanFactory product) {
        product.getBean(Sealer.class).seal();
    }

    /** Writes the head down where that is due, as a node does by itself. */
    public static void anchor(BeanFactory product) {
        product.getBean(Anchors.class).anchorWhereDue();
    }

    /**
     * Lets go of the events of a kind that are sealed and of no open case, as the product does when their time is up.
     *
     * @return how many there were
     */
    public static int letGo(BeanFactory product, String kind) {
        Clock clock = product.getBean(Clock.class);
        return new Retention(
                        product.getBean(JdbcRetention.class),
                        product.getBean(JdbcSealedEvents.class),
                        product.getBean(ChainStates.class),
                        product.getBean(JdbcBlocks.class),
                        new RetentionProperties(
                                Duration.ofDays(3653), Map.of(kind, Duration.ofDays(1)), Duration.ofDays(90)),
                        product.getBean(AuditTrail.class),
                        product.getBean(Vault.class),
                        product.getBeanProvider(Processes.class),
                        product.getBeanProvider(StandingProof.class),
                        Clock.fixed(clock.instant().plus(Duration.ofDays(2)), ZoneOffset.UTC),
                        product.getBean(PlatformTransactionManager.class))
                .retire();
    }
}
