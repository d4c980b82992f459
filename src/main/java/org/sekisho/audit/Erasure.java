package org.sekisho.audit;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes unreadable, for good, from where and with which devices a person has acted: the keys that it was sealed with are
 * destroyed. The events stay as they were sealed, and so does what is proved about them. Copies of the database keep the keys
 * until they are destroyed themselves.
 */
@Component
public class Erasure {

    private final JdbcPersonKeys keys;
    private final AuditTrail trail;

    Erasure(JdbcPersonKeys keys, AuditTrail trail) {
        this.keys = keys;
        this.trail = trail;
    }

    /** @return whether there was anything to erase */
    @Transactional
    public boolean erase(UUID person) {
        boolean erased = keys.erase(person) > 0;
        if (erased) {
            trail.record("audit.person-erased", Optional.of(person), Optional.empty(), "erased", Map.of());
        }
        return erased;
    }
}
