package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.access.Role;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Drafts;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.Kind;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.forms.Publishing;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.messaging.Message;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.messaging.Sight;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Tongues;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Papers that somebody gives by hand, late, or on the day of a session. */
@PracticeTest
class GivenByHandTest {

    private static final Sight OFFICE = new Sight(Set.of(Message.Topic.LOGISTICS), Set.of(), Set.of());

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPacket starter;

    @Autowired
    FormLibrary library;

    @Autowired
    FormShelf shelf;

    @Autowired
    Drafts drafts;

    @Autowired
    Publishing publishing;

    @Autowired
    SinglePapers single;

    @Autowired
    Rosters rosters;

    @Autowired
    MemberPackets packets;

    @Autowired
    MemberPapers papers;

    @Autowired
    Tongues tongues;

    @Autowired
    Messages messages;

    @Autowired
    Rounds rounds;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester browser;

    private OwnPages.Made made;

    @BeforeEach
    void a_practice_that_uses_the_starter_packet() {
        made = own.made();
        any.run(made.practice(), () -> {
            starter.use(TESTER);
            library.ownWords().forEach(name -> shelf.word(name, "as agreed", TESTER));
        });
    }

    @Test
    void whoever_is_given_their_packet_by_hand_is_told_of_it() {
        give();
        assertThat(told(made.member())).hasSize(1);
    }

    @Test
    void whoever_is_asked_for_more_is_told_of_it_and_reminded_from_then_on() {
        give();
        var packet = any.in(made.practice(), () -> packets.of(made.member())).getFirst();
        var more = new Asked(new FormId("part2-consent"), 1, Language.EN, "Part 2 consent", Need.REQUIRED);
        any.run(made.practice(), () -> packets.more(packet, seat(), List.of(more), TESTER));
        assertThat(told(made.member())).hasSize(2);
        assertThat(any.in(made.practice(), () -> packets.of(made.member()))
                        .getFirst()
                        .askedAt())
                .isAfterOrEqualTo(packet.askedAt());
    }

    @Test
    void who_was_expected_when_a_session_began_stays_on_its_sheet() {
        var today = own.session(made.practice(), made.group(), clock.instant().minus(Duration.ofHours(1)));
        give();
        var leader = own.staff(made, Role.THERAPIST, browser);
        assertThat(leader.page("/sessions/" + today)).contains("id=\"seat-" + made.member() + "\"");
        assertThat(leader.page("/sessions/" + made.session())).doesNotContain("id=\"seat-" + made.member() + "\"");

        any.run(
                made.practice(),
                () -> papers.of(made.member()).forEach(paper -> papers.waive(paper.id(), "Signed elsewhere", TESTER)));
        assertThat(leader.page("/sessions/" + made.session())).contains("id=\"seat-" + made.member() + "\"");
    }

    @Test
    void a_seat_that_is_shut_is_given_its_packet_though_it_began_before_the_packet_was_chosen() {
        var late = any.patient(made.practice());
        any.run(made.practice(), () -> {
            tongues.say(late, "en", TESTER);
            rosters.admit(new Admission(made.group(), late, DateRange.from(LocalDate.of(2026, 11, 19))), TESTER);
        });
        rounds.make(made.practice(), Trust.ACT);
        assertThat(any.in(made.practice(), () -> packets.of(late))).hasSize(1);
    }

    @Test
    void a_birth_day_stands_in_whichever_paper_asks_for_it_and_a_cost_in_an_estimate_alone() {
        publish("own-consent", "title: Consent\n\nBorn {{member_born}}.\n\n[initial] I consent.");
        publish("own-promise", "title: Promise\n\nIt costs {{estimate_total}}.\n\n[initial] I pay.");
        any.run(made.practice(), () -> single.give(made.member(), "own-consent", TESTER));
        var paper = any.in(made.practice(), () -> papers.of(made.member())).getFirst();
        var member = new MemberVisitor(browser, own.signedIn(made, made.member()));
        assertThat(member.page("/portal/papers/" + paper.id() + "/whole")).contains("Born January 1, 1980");
        assertThat(any.in(made.practice(), () -> single.give(made.member(), "own-promise", TESTER)))
                .get()
                .asString()
                .contains("leaves a place for estimate_total");
    }

    private void publish(String name, String text) {
        var form = new FormId(name);
        any.run(made.practice(), () -> {
            shelf.add(form, Kind.DOCUMENT, name, TESTER);
            drafts.save(form, Language.EN, 0, text, TESTER);
            assertThat(publishing.publish(
                            library.find(form).orElseThrow(), Map.of(Language.EN, 1), "Of our own.", TESTER))
                    .isInstanceOf(Publishing.Outcome.Published.class);
        });
    }

    private void give() {
        var office = own.staff(made, Role.COORDINATOR, browser);
        assertThat(office.post(
                        "/patients/" + made.member() + "/papers",
                        "membership",
                        seat().id().toString()))
                .hasStatus(303);
    }

    private Membership seat() {
        return any.in(made.practice(), () -> rosters.of(made.member()).getFirst());
    }

    private List<Message> told(PatientId member) {
        return any.in(made.practice(), () -> messages.thread(member, OFFICE));
    }
}
