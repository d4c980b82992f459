package org.sekisho.helpdesk;

import java.util.Set;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.RolesLost;
import org.sekisho.process.Actor;
import org.sekisho.process.TaskDesk;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Those who leave, or may do less than before, leave no work behind: what they have claimed and are no longer offered goes back
 * to its groups, in the transaction in which the directory lets them go. What is theirs by itself, and no group's, stays.
 */
@Component
class LeavingStaff {

    private final TaskDesk desk;
    private final StaffGroups groups;

    LeavingStaff(TaskDesk desk, StaffGroups groups) {
        this.desk = desk;
        this.groups = groups;
    }

    @EventListener
    void on(AccountEnded ended) {
        desk.takeBackFrom(Actor.person(ended.account().value(), Set.of()));
    }

    @EventListener
    void on(RolesLost lost) {
        desk.takeBackFrom(Actor.person(lost.account().value(), groups.of(lost.account())));
    }
}
