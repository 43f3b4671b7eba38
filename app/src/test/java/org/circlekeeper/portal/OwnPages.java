package org.circlekeeper.portal;

import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.outbox.Mailed;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Reach;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.patients.Tongues;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A practice with one group of two members, a session tomorrow, and whoever lets members in. */
@Component
public class OwnPages {

    public static final String OWN_CODE = "482913";

    private final AnyPractice any;
    private final Groups groups;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Reaches reaches;
    private final Patients patients;
    private final Accounts accounts;
    private final Entrance entrance;
    private final People people;
    private final SignIns signIns;
    private final Mailed mailed;
    private final Tongues tongues;
    private final Clock clock;

    OwnPages(
            AnyPractice any,
            Groups groups,
            Rosters rosters,
            Sessions sessions,
            Reaches reaches,
            Patients patients,
            Accounts accounts,
            Entrance entrance,
            People people,
            SignIns signIns,
            Mailed mailed,
            Tongues tongues,
            Clock clock) {
        this.any = any;
        this.groups = groups;
        this.rosters = rosters;
        this.sessions = sessions;
        this.reaches = reaches;
        this.patients = patients;
        this.accounts = accounts;
        this.entrance = entrance;
        this.people = people;
        this.signIns = signIns;
        this.mailed = mailed;
        this.tongues = tongues;
        this.clock = clock;
    }

    /** What was set up. */
    public record Made(PracticeId practice, GroupId group, SessionId session, PatientId member, PatientId other) {}

    public Made made() {
        var practice = any.open();
        var member = any.patient(practice);
        var other = any.patient(practice);
        return any.in(practice, () -> {
            people.namePractice(practice, "Any Practice");
            var days = DateRange.from(LocalDate.of(2026, 10, 19));
            var type = groups.type("Grief after suicide", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var group = groups.found(type, "Tuesday Survivors", 8, any.leader(practice), days, TESTER);
            rosters.join(group, member, days, TESTER);
            rosters.join(group, other, days, TESTER);
            tongues.say(member, "en", TESTER);
            tongues.say(other, "en", TESTER);
            var session = session(practice, group, clock.instant().plus(Duration.ofDays(1)));
            return new Made(practice, group, session, member, other);
        });
    }

    /** A session of the group that begins then. */
    public SessionId session(PracticeId practice, GroupId group, Instant start) {
        var id = sessions.newId();
        any.run(
                practice,
                () -> sessions.add(List.of(new Session(
                        id,
                        group,
                        null,
                        LocalDate.ofInstant(start, AnyPractice.ZONE),
                        start,
                        start.plus(Duration.ofMinutes(75)),
                        any.leader(practice),
                        "11",
                        Session.Status.PLANNED,
                        null,
                        false))));
        return id;
    }

    /** The member is written to there, and agreed. */
    public void agrees(Made made, PatientId member, String email) {
        any.run(made.practice(), () -> {
            reaches.askConfidential(member, Reach.Means.EMAIL, email, TESTER);
            reaches.sayAboutEmail(member, true, TESTER);
        });
    }

    public Accounts.Invitation invited(Made made, PatientId member) {
        return any.in(made.practice(), () -> accounts.invite(member, "http://localhost", TESTER));
    }

    /** The token at the end of a link. */
    public static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** A sign-in of the member, by an invitation. */
    public String signedIn(Made made, PatientId member) {
        return signedIn(invited(made, member));
    }

    public String signedIn(Accounts.Invitation invitation) {
        var entered = entrance.enter(token(invitation.link()), invitation.code(), OWN_CODE, "10.0.0.1", "");
        if (entered instanceof Entrance.Entered.Welcome(var token)) {
            return token;
        }
        throw new IllegalStateException("An invitation with its code did not open: " + entered);
    }

    /** Somebody of the practice, in one hat. */
    public Visitor staff(Made made, Role role, MockMvcTester browser) {
        var person = people.add(role + "@" + made.practice() + ".example", "Staff " + role.onScreen());
        any.run(made.practice(), () -> {
            people.giveRole(made.practice(), person, role, TESTER);
            if (role == Role.THERAPIST) {
                people.linkPractitioner(
                        made.practice(), person, any.leader(made.practice()).value(), TESTER);
            }
        });
        return new Visitor(browser, signIns.begin(person, made.practice()));
    }

    /** Somebody of the practice in one hat, as a controller's method takes them. */
    public SignedIn signedInAs(Made made, Role role) {
        var person = people.add(role + "@" + made.practice() + ".example", "Staff " + role.onScreen());
        return new SignedIn(person, "Staff", made.practice(), "Any Practice", Set.of(role), null);
    }

    /** What is mailed, as it is put into the outbox or as it left. */
    public List<String> mails(Made made) {
        return any.in(made.practice(), () -> mailed.of("neutral-e-mail"));
    }

    /** The link in the last of them. */
    public String lastLink(Made made) {
        return mails(made)
                .getLast()
                .lines()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElseThrow();
    }

    /** A therapist of the practice who leads none of its groups. */
    public Visitor therapistWithoutGroups(Made made, MockMvcTester browser) {
        var person = people.add("elsewhere@" + made.practice() + ".example", "Staff elsewhere");
        any.run(made.practice(), () -> people.giveRole(made.practice(), person, Role.THERAPIST, TESTER));
        return new Visitor(browser, signIns.begin(person, made.practice()));
    }

    /** As pages about them say it. */
    public String name(Made made, PatientId member) {
        return any.in(
                made.practice(),
                () -> Objects.requireNonNull(patients.byId(List.of(member)).get(member))
                        .name()
                        .toString());
    }
}
