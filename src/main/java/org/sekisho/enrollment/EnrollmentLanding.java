package org.sekisho.enrollment;

import java.util.Optional;
import org.sekisho.security.Landing;
import org.sekisho.security.Person;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leads a person who has signed in to the step of their application that waits for them. */
@Component
@Order(100)
class EnrollmentLanding implements Landing {

    private final JdbcEnrollments enrollments;
    private final Enrollments cases;

    EnrollmentLanding(JdbcEnrollments enrollments, Enrollments cases) {
        this.enrollments = enrollments;
        this.cases = cases;
    }

    @Override
    @Transactional
    public Optional<String> after(Person person) {
        Optional<Enrollment> newest = enrollments.of(person.account()).stream().findFirst();
        newest.filter(enrollment -> enrollment.state().isOpen())
                .ifPresent(enrollment -> cases.signedIn(enrollment.caseId()));
        return newest.flatMap(enrollment -> cases.ownTask(enrollment.caseId()))
                .map(task -> "tasks/" + task.id())
                .or(() -> newest.filter(enrollment -> enrollment.state() == EnrollmentState.PROPAGATING)
                        .map(propagating -> ""));
    }
}
