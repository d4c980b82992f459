package org.sekisho.methodchange;

import java.util.Optional;
import org.sekisho.security.Landing;
import org.sekisho.security.Person;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leads a person who has signed in with what they keep in reserve to where a lost method is suspended and replaced. */
@Component
@Order(200)
class ReserveLanding implements Landing {

    private final Reserve reserve;

    ReserveLanding(Reserve reserve) {
        this.reserve = reserve;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> after(Person person) {
        return reserve.wasNeeded(person.account()) ? Optional.of(MethodChanges.ROUTE) : Optional.empty();
    }
}
