package org.circlekeeper.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.calls.Call;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.Contact;
import org.circlekeeper.calls.Whom;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The log on a member's page: what was said, the next step, and a call put on the list by hand. */
@PracticeTest
class ContactsOnPageTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    @Autowired
    AnyPractice any;

    @Autowired
    Calls calls;

    @Autowired
    Patients patients;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    AuditTrail audit;

    private Circle.Made made;
    private PatientId ana;
    private String page;
    private Visitor marcus;

    @BeforeEach
    void a_member_of_marcus() {
        made = circle.made();
        ana = made.members().getFirst();
        page = "/patients/" + ana;
        marcus = new Visitor(browser, made.tokens().get(Role.THERAPIST));
    }

    @Test
    void what_was_said_stands_on_the_page_and_its_next_step_on_the_list_of_calls() {
        assertThat(marcus.page(page)).contains("Nothing was written down yet.");

        var sent = marcus.post(
                page + "/contacts",
                "outcome",
                "SPOKE",
                "channel",
                "PHONE",
                "said",
                "comes late",
                "nextStep",
                "Ask about the bus",
                "nextDay",
                "2026-11-30");

        assertThat(sent).hasStatus(303);
        assertThat(marcus.page(page))
                .contains("spoke with them by phone: comes late Next: Ask about the bus on")
                .contains("Marcus Bell")
                .contains("Call by");
        assertThat(marcus.page("/calls")).contains("Ask about the bus");
        assertThat(any.in(made.practice(), () -> audit.entriesAbout(ana.value())))
                .anyMatch(entry -> entry.toString().contains("wrote down a contact"));
    }

    @Test
    void a_call_by_hand_stands_on_the_list_until_the_contact_that_it_was() {
        assertThat(marcus.post(page + "/calls", "why", "Tell her about the room.", "due", "2026-11-24"))
                .hasStatus(303);
        assertThat(marcus.page("/calls")).contains("Tell her about the room.");
        assertThat(any.in(made.practice(), () -> audit.entriesAbout(ana.value())))
                .anyMatch(entry -> entry.toString().contains("put a call on the list"));
        var call =
                any.in(made.practice(), () -> calls.openTo(ana).getFirst().id()).toString();

        assertThat(marcus.post(page + "/contacts", "outcome", "SPOKE", "channel", "PHONE", "call", call))
                .hasStatus(303);

        assertThat(any.in(made.practice(), () -> calls.openTo(ana))).isEmpty();
        var again = marcus.post(page + "/contacts", "outcome", "SPOKE", "channel", "PHONE", "call", call);
        assertThat(again).hasStatus(422);
        assertThat(again).bodyText().contains("That call stands on the list no more.");
    }

    @Test
    void what_cannot_be_read_is_said_beside_its_field_and_nothing_typed_is_lost() {
        var contact = marcus.post(page + "/contacts", "outcome", "", "channel", "PHONE", "said", "comes late");
        assertThat(contact).hasStatus(422);
        assertThat(contact).bodyText().contains("Choose what came of it.").contains("value=\"comes late\"");

        var call = marcus.post(page + "/calls", "why", "Tell her.", "due", "2026-11-22");
        assertThat(call).hasStatus(422);
        assertThat(call).bodyText().contains("Choose today or a later day.").contains("value=\"Tell her.\"");
        assertThat(marcus.post(page + "/calls", "why", "x".repeat(201), "due", "2026-11-24"))
                .hasStatus(422);
        assertThat(any.in(made.practice(), () -> calls.openTo(ana))).isEmpty();
        assertThat(any.in(made.practice(), () -> calls.of(ana))).isEmpty();
    }

    @Test
    void whoever_does_not_lead_them_or_makes_no_calls_is_refused() {
        var other = new Visitor(browser, made.otherLeader());
        var biller = new Visitor(browser, withRole(Role.BILLER));
        var compliance = new Visitor(browser, withRole(Role.COMPLIANCE));
        say(null, "comes late");

        for (var nobody : new Visitor[] {other, biller, compliance}) {
            assertThat(nobody.post(page + "/contacts", "outcome", "SPOKE", "channel", "PHONE"))
                    .hasStatus(403);
            assertThat(nobody.post(page + "/calls", "why", "Tell her.", "due", "2026-11-24"))
                    .hasStatus(403);
        }
        assertThat(biller.page(page)).doesNotContain("comes late").doesNotContain("Contacts");
        assertThat(compliance.page(page)).contains("comes late").doesNotContain("Write down a contact");
        assertThat(any.in(made.practice(), () -> calls.of(ana))).hasSize(1);
    }

    @Test
    void what_was_said_about_a_wish_for_another_kind_of_group_is_not_their_leaders_to_read() {
        say(UUID.randomUUID(), "asked for the other kind");

        assertThat(marcus.page(page)).doesNotContain("asked for the other kind");
        assertThat(new Visitor(browser, made.tokens().get(Role.COORDINATOR)).page(page))
                .contains("asked for the other kind");
    }

    @Test
    void the_same_words_for_an_earlier_day_make_the_call_due_then_and_for_a_later_one_change_nothing() {
        var words = "Ask about insurance.";
        marcus.post(page + "/calls", "why", words, "due", "2026-12-11");

        assertThat(marcus.after(marcus.post(page + "/calls", "why", words, "due", "2026-11-24")))
                .contains("and is due on this one now");
        assertThat(marcus.after(marcus.post(page + "/calls", "why", words, "due", "2026-12-01")))
                .contains("already, for that day or an earlier one");

        assertThat(any.in(made.practice(), () -> calls.openTo(ana)))
                .singleElement()
                .extracting(Call::due)
                .isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(any.in(made.practice(), () -> audit.entriesAbout(ana.value())))
                .filteredOn(entry -> entry.toString().contains("on the list")
                        || entry.toString().contains("moved a call to an earlier day"))
                .hasSize(2);
    }

    @Test
    void a_call_to_somebody_else_is_not_settled_from_this_page() {
        var ben = made.members().get(1);
        any.run(made.practice(), () -> calls.askByHand(whom(ben), "Tell him.", LocalDate.of(2026, 11, 24), TESTER));
        var call = any.in(made.practice(), () -> calls.openTo(ben).getFirst().id());

        assertThat(marcus.post(page + "/contacts", "outcome", "SPOKE", "channel", "PHONE", "call", call.toString()))
                .hasStatus(422);
        assertThat(any.in(made.practice(), () -> calls.openTo(ben)))
                .extracting(Call::id)
                .containsExactly(call);
    }

    private void say(@Nullable UUID entry, String said) {
        any.run(made.practice(), () -> {
            var self = whom(ana);
            calls.log(
                    new Whom(ana, entry, self.name(), "", "", false),
                    null,
                    new Contact(
                            Instant.parse("2026-11-23T15:00:00Z"),
                            Contact.Channel.PHONE,
                            Contact.Outcome.SPOKE,
                            said,
                            "",
                            null,
                            "tester"),
                    TESTER);
        });
    }

    private Whom whom(PatientId id) {
        return Whom.of(patients.find(id).orElseThrow(), false);
    }

    private String withRole(Role role) {
        var person = people.add(role + "@" + made.practice() + ".example", "Kim Moss");
        people.giveRole(made.practice(), person, role, TESTER);
        return signIns.begin(person, made.practice());
    }
}
