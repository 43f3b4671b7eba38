package org.circlekeeper.waitlist.web;

import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.Interest;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.WaitingPractice;
import org.circlekeeper.waitlist.Waitlist;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A group with one free seat, and who looks at its waitlist: the office, its leader, another leader, a stranger. */
@Component
@Lazy
class AtTheWaitlist {

    private final MockMvcTester browser;
    private final AnyPractice any;
    private final WaitingPractice waiting;
    private final People people;
    private final SignIns signIns;
    private final Practices practices;
    private final Waitlist waitlist;
    private final Interest interest;

    AtTheWaitlist(
            MockMvcTester browser,
            AnyPractice any,
            WaitingPractice waiting,
            People people,
            SignIns signIns,
            Practices practices,
            Waitlist waitlist,
            Interest interest) {
        this.browser = browser;
        this.any = any;
        this.waiting = waiting;
        this.people = people;
        this.signIns = signIns;
        this.practices = practices;
        this.waitlist = waitlist;
        this.interest = interest;
    }

    /** {@code marcus} leads no group there until a test says so, and {@code other} is his browser. */
    record Scene(
            WaitingPractice.Made made,
            Visitor office,
            Visitor leader,
            Visitor other,
            PractitionerId marcus,
            Visitor stranger) {}

    Scene scene() {
        var made = waiting.made(2);
        var dana = any.leader(made.practice());
        var marcus = any.in(
                made.practice(),
                () -> practices.add(new PersonName("Marcus", "Bell"), "LCSW", new Npi("1234567893"), "1041C0700X", ""));
        return new Scene(
                made,
                signedIn(made, Role.COORDINATOR, "Ines Costa", null),
                signedIn(made, Role.THERAPIST, "Dana Whitfield", dana),
                signedIn(made, Role.THERAPIST, "Marcus Bell", marcus),
                marcus,
                new Visitor(browser, null));
    }

    Visitor owner(Scene scene) {
        return signedIn(scene.made(), Role.OWNER, "Olga Ortiz", null);
    }

    private Visitor signedIn(WaitingPractice.Made made, Role role, String name, @Nullable PractitionerId leads) {
        var person = people.add(name.replace(' ', '.') + "@" + made.practice() + ".example", name);
        people.giveRole(made.practice(), person, role, AnyPractice.TESTER);
        if (leads != null) {
            people.linkPractitioner(made.practice(), person, leads.value(), AnyPractice.TESTER);
        }
        return new Visitor(browser, signIns.begin(person, made.practice()));
    }

    WaitStatus status(Scene scene, EntryId id) {
        return any.in(
                scene.made().practice(), () -> waitlist.find(id).orElseThrow().status());
    }

    /** Opens the form that strangers meet, and gives its address. */
    String opened(Scene scene) {
        var made = scene.made();
        scene.office().post("/waitlist/links/" + made.type());
        return "/interest/" + any.in(made.practice(), () -> interest.open().get(made.type()));
    }
}
