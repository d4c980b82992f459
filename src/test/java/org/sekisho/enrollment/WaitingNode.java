package org.sekisho.enrollment;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.engine.WaitStates;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.ProductNode;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A node that brings a case to every point where an enrolment can wait, tells which, and then waits to be killed while a case
 * more is being opened.
 */
final class WaitingNode {

    static final String CASE = "case ";
    static final String UNCOMMITTED = "uncommitted ";
    static final String CLOCK = "all wait at ";

    /** So that a case can come to every place. */
    static final String[] POLICY = {
        "--sekisho.enrollment.propagation=1s",
        "--sekisho.enrollment.privileged-in-person=true",
        "--sekisho.enrollment.second-method=recommended",
        "--sekisho.enrollment.recovery-codes=offered"
    };

    /** Takes days, while the other cases have minutes. */
    private static final String OVERDUE = "userTask_decideOverdueApplication";

    private WaitingNode() {}

    static ConfigurableApplicationContext start(Path directory) {
        return ProductNode.start(directory, POLICY);
    }

    /** Starts a node whose clock stands at this moment, however long ago it was. */
    static ConfigurableApplicationContext startAt(Instant moment, Path directory) {
        String[] settings = Arrays.copyOf(POLICY, POLICY.length + 1);
        settings[POLICY.length] = "--" + ProductNode.CLOCK + "=" + moment;
        return ProductNode.start(directory, settings);
    }

    static List<String> waitStates() {
        return WaitStates.of(Enrollments.PROCESS).stream()
                .sorted(Comparator.comparing(element -> !element.equals(OVERDUE)))
                .toList();
    }

    static Traveller traveller(BeanFactory node, AccountId account, String element) {
        return Traveller.withDetours(node, account, Set.of(element));
    }

    public static void main(String[] arguments) {
        ConfigurableApplicationContext node = start(Path.of(arguments[0]));
        for (String element : waitStates()) {
            Traveller person = traveller(node, applicant(node, element), element);
            person.applies();
            person.goesOnTo(element);
            System.out.println(CASE + element + " " + person.account() + " " + person.caseId());
        }
        System.out.println(CLOCK + node.getBean(MutableClock.class).instant());
        node.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            Traveller person = Traveller.of(node, applicant(node, "none"));
            person.applies();
            System.out.println(UNCOMMITTED + person.caseId());
            waitToBeKilled();
        });
    }

    /** Somebody whose way leads past that place. */
    static AccountId applicant(ConfigurableApplicationContext node, String element) {
        TestAccounts accounts = node.getBean(TestAccounts.class);
        String unit = "unit-" + Integer.toHexString(element.hashCode());
        accounts.create(
                account -> account.affiliation(Affiliation.STAFF).unit(unit).roles(Role.APPROVER));
        return accounts.create(account -> {
                    account.unit(unit);
                    switch (element) {
                        case "userTask_decideApplication", OVERDUE -> account.affiliation(Affiliation.GUEST);
                        case "userTask_confirmPresence" -> account.rank(Rank.PRIVILEGED);
                        default -> account.affiliation(Affiliation.STUDENT);
                    }
                })
                .id();
    }

    private static void waitToBeKilled() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
