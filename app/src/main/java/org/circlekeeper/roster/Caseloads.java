package org.circlekeeper.roster;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.springframework.stereotype.Component;

/** Says whose records a person may read, as it is now: each page asks, so a hand-over counts with the next click. */
@Component
public class Caseloads {

    private final GroupStore groups;
    private final LeaderStore leaders;
    private final MembershipStore memberships;
    private final LedDays ledDays;
    private final Patients patients;
    private final Practices practices;

    Caseloads(
            GroupStore groups,
            LeaderStore leaders,
            MembershipStore memberships,
            LedDays ledDays,
            Patients patients,
            Practices practices) {
        this.groups = groups;
        this.leaders = leaders;
        this.memberships = memberships;
        this.ledDays = ledDays;
        this.patients = patients;
        this.practices = practices;
    }

    public Caseload of(SignedIn who) {
        if (who.may(Permission.SEE_WHOLE_PRACTICE)) {
            return new Caseload.Whole();
        }
        var practitioner = who.practitioner();
        if (practitioner == null) {
            return new Caseload.Own(Set.of(), Set.of(), Set.of());
        }
        var leader = new PractitionerId(practitioner);
        var led = ledDays.ledBy(leader);
        var own = leaders.led(leader, practices.today());
        var touched = new HashSet<>(own);
        led.stream().map(LedDays.Led::group).forEach(touched::add);
        return Caseload.of(own, led, memberships.of(touched));
    }

    /**
     * Whoever sits today, or is to sit, in a group that one of these leads or helps to lead today; and whoever sits
     * nowhere any more, and sat last in a group that one of them led then.
     */
    Set<PatientId> treated(Set<PractitionerId> leaders) {
        return memberships.treated(leaders, practices.today());
    }

    /** The members this person may read of, by last name; all, or those whom the words fit. At most 500. */
    public List<Patient> members(SignedIn who, String words) {
        return switch (of(who)) {
            case Caseload.Whole _ -> patients.search(words);
            case Caseload.Own own -> patients.search(words, own.patients());
        };
    }

    /** The groups this person may read of, by name. */
    public List<Group> groups(SignedIn who) {
        var caseload = of(who);
        return groups.all().stream().filter(group -> caseload.sees(group.id())).toList();
    }

    /** Lets a person on to this member's record, or refuses: alike whether there is such a member or not. */
    public Caseload open(SignedIn who, PatientId patient) {
        var caseload = of(who);
        refuseUnless(caseload.sees(patient), Permission.SEE_PATIENTS);
        return caseload;
    }

    /** The same for a group. */
    public void open(SignedIn who, GroupId group) {
        refuseUnless(of(who).sees(group), Permission.SEE_GROUPS);
    }

    private static void refuseUnless(boolean sees, Permission permission) {
        if (!sees) {
            throw NotYours.ofAnotherLeader(permission);
        }
    }
}
