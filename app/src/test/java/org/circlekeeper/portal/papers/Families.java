package org.circlekeeper.portal.papers;

import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Tongues;
import org.circlekeeper.portal.Accounts;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxies.Granted;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PostalAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A minor with a seat, and parents who come in for them. */
@Component
class Families {

    private final OwnPages own;
    private final AnyPractice any;
    private final Patients patients;
    private final Tongues tongues;
    private final Rosters rosters;
    private final Proxies proxies;
    private final Accounts accounts;

    Families(
            OwnPages own,
            AnyPractice any,
            Patients patients,
            Tongues tongues,
            Rosters rosters,
            Proxies proxies,
            Accounts accounts) {
        this.own = own;
        this.any = any;
        this.patients = patients;
        this.tongues = tongues;
        this.rosters = rosters;
        this.proxies = proxies;
        this.accounts = accounts;
    }

    PatientId minor(Made made) {
        return minor(made, LocalDate.of(2011, 11, 25), null);
    }

    /** Who lives in that state; null for one with no address. */
    PatientId minor(Made made, LocalDate born, @Nullable String state) {
        return any.in(made.practice(), () -> {
            var minor = new Patient(
                    patients.newId(),
                    null,
                    new PersonName("Mila", "Vogt"),
                    born,
                    "F",
                    "",
                    null,
                    state == null ? null : new PostalAddress("5 Elm Street", "Rivertown", state, "98101"),
                    true);
            patients.add(List.of(minor), TESTER, "test");
            tongues.say(minor.id(), "en", TESTER);
            rosters.join(made.group(), minor.id(), DateRange.from(LocalDate.of(2026, 10, 19)), TESTER);
            return minor.id();
        });
    }

    /** As they are on record; asked for in the practice's scope. */
    Patient of(PatientId member) {
        return patients.find(member).orElseThrow();
    }

    Proxy parent(Made made, PatientId minor, String name) {
        return any.in(made.practice(), () -> {
            var grant = new Proxies.Grant(
                    name + " Vogt",
                    name + "@" + made.practice() + ".example",
                    Proxy.Relation.PARENT,
                    EnumSet.allOf(MemberPart.class),
                    "paper, cabinet 3",
                    null,
                    LocalDate.of(2026, 11, 1),
                    null);
            var granted = proxies.grant(patients.find(minor).orElseThrow(), grant, TESTER);
            return proxies.of(minor, ((Granted.Done) granted).id()).orElseThrow();
        });
    }

    PaperVisitor comeIn(Made made, Proxy parent, MockMvcTester browser) {
        var invitation = any.in(made.practice(), () -> accounts.invite(parent, "http://localhost", TESTER));
        return new PaperVisitor(new MemberVisitor(browser, own.signedIn(invitation)));
    }
}
