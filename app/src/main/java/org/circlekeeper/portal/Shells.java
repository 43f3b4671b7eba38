package org.circlekeeper.portal;

import java.util.Optional;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.messaging.Inbox;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.PracticeId;
import org.springframework.stereotype.Component;

/** Puts together what surrounds one of the members' own pages. */
@Component
public class Shells {

    private final Practices practices;
    private final Patients patients;
    private final Inbox inbox;
    private final PracticeScope scope;

    Shells(Practices practices, Patients patients, Inbox inbox, PracticeScope scope) {
        this.practices = practices;
        this.patients = patients;
        this.inbox = inbox;
        this.scope = scope;
    }

    /** Around a page of whoever signed in, within the scope of their practice. */
    public Shell of(SignedInMember who, Tongue tongue) {
        var practice = practices.current();
        boolean messages = who.may(MemberPart.MESSAGES);
        var acting = who.acting();
        return new Shell(
                tongue,
                practice.outsideName(),
                practice.phone().toString(),
                true,
                who.own() || acting == null
                        ? null
                        : patients.find(acting)
                                .map(patient -> patient.name().toString())
                                .orElse(null),
                who.several(),
                messages,
                messages
                        ? inbox.unread(who.member(), who.reader()).values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        : 0,
                "/portal/privacy");
    }

    /** Around a page before anybody has signed in; empty when no practice of this home is meant. */
    public Optional<Shell> of(PracticeId id, Tongue tongue) {
        return practice(id)
                .map(practice -> new Shell(
                        tongue,
                        practice.outsideName(),
                        practice.phone().toString(),
                        false,
                        null,
                        false,
                        false,
                        0,
                        Entrance.at(id) + "/privacy"));
    }

    /** Around a page that is about no practice. */
    public static Shell ofNone(Tongue tongue) {
        return new Shell(tongue, "", "", false, null, false, false, 0, "");
    }

    private Optional<Practice> practice(PracticeId id) {
        return scope.in(id, () -> practices.find());
    }
}
