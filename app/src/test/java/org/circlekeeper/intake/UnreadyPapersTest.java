package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.assistant.JournalEntry;
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
import org.circlekeeper.oncall.OnCall;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.Phone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What may call for help while nobody is on call, or has a gap in it, goes to nobody by whichever door. */
@PracticeTest
class UnreadyPapersTest {

    private static final FormId SAFETY = new FormId("safety-agreement");

    private static final String TEXT = """
            title: Safety agreement
            about: What we agree on.

            [question thoughts: choice, required, calls for help]
            Do you think of hurting yourself?
            - 0 | No | 0
            - 1 | Yes | 1

            [initial read] I have read this.
            """;

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
    MemberPapers papers;

    @Autowired
    MemberPackets packets;

    @Autowired
    Translation translation;

    @Autowired
    ShutSeats shut;

    @Autowired
    Rosters rosters;

    @Autowired
    OnCall onCall;

    @Autowired
    People people;

    @Autowired
    Rounds rounds;

    @Autowired
    MockMvcTester browser;

    private OwnPages.Made made;
    private Visitor office;
    private String page;

    @BeforeEach
    void a_practice_with_a_form_that_may_call_for_help_and_nobody_on_call() {
        made = own.made();
        office = own.staff(made, Role.COORDINATOR, browser);
        page = "/patients/" + made.member() + "/papers";
        any.run(made.practice(), () -> {
            starter.use(TESTER);
            library.ownWords().forEach(name -> shelf.word(name, "as agreed", TESTER));
            shelf.add(SAFETY, Kind.DOCUMENT, "Safety agreement", TESTER);
        });
        publish(SAFETY, 0, TEXT);
    }

    @Test
    void nobody_is_asked_for_a_newer_version_of_it() {
        signed(given(Need.OFFERED));
        publish(SAFETY, 1, TEXT.replace("I have read this.", "I have read this, and I agree."));

        assertThat(renewed(SAFETY)).hasStatus(422).bodyText().contains("nobody is on call");
        assertThat(versions()).containsExactly(1);

        somebodyIsOnCall();
        assertThat(office.after(renewed(SAFETY))).contains("1 member is asked for it");
        assertThat(versions()).containsExactly(2, 1);
    }

    @Test
    void nobody_is_asked_for_a_newer_version_with_a_gap_in_it() {
        var agreement = new FormId("group-confidentiality");
        any.run(
                made.practice(),
                () -> papers.give(
                        made.member(), new Asked(agreement, 1, Language.EN, "Agreement", Need.REQUIRED), TESTER));
        signed(all().getFirst());
        publish(agreement, 1, "title: Agreement\n\nWe meet at {{meeting_place}}.\n\n[initial] I keep it.");

        assertThat(renewed(agreement)).hasStatus(422).bodyText().contains("leaves a place for meeting_place");
        assertThat(versions()).containsExactly(1);
    }

    @Test
    void whoever_declined_it_is_not_asked_for_it_again() {
        var paper = given(Need.OFFERED);
        any.run(made.practice(), () -> papers.decline(paper.id(), "Not now", TESTER));

        assertThat(office.after(office.post(page + "/" + paper.id() + "/again")))
                .contains("nobody is on call");
        assertThat(standing(paper.id())).isEqualTo(PaperStatus.DECLINED);

        somebodyIsOnCall();
        assertThat(office.after(office.post(page + "/" + paper.id() + "/again")))
                .contains("It is asked for again.");
        assertThat(standing(paper.id())).isEqualTo(PaperStatus.TO_DO);
    }

    @Test
    void one_in_another_language_stays_as_it_is() {
        any.run(
                made.practice(),
                () -> papers.give(
                        made.member(), new Asked(new FormId("phq-9"), 1, Language.EN, "PHQ-9", Need.OFFERED), TESTER));
        assertThat(any.in(made.practice(), () -> translation.give(made.member(), Language.ES, TESTER)))
                .containsExactly("PHQ-9");
        assertThat(all()).extracting(Paper::language).containsExactly(Language.EN);

        somebodyIsOnCall();
        assertThat(any.in(made.practice(), () -> translation.give(made.member(), Language.ES, TESTER)))
                .isEmpty();
    }

    @Test
    void one_that_is_withdrawn_is_missing_and_asked_for_once_somebody_is_on_call() {
        var required = new Asked(SAFETY, 1, Language.EN, "Safety agreement", Need.REQUIRED);
        var seat = any.in(made.practice(), () -> {
            var first = rosters.of(made.member()).getFirst();
            packets.give(first, List.of(required), Language.EN, TESTER);
            return first.id();
        });
        var paper = all().getFirst();
        signed(paper);
        any.run(made.practice(), () -> papers.withdraw(paper.id(), "By telephone", TESTER));
        assertThat(safety()).containsExactly(PaperStatus.WITHDRAWN);
        assertThat(any.in(made.practice(), () -> shut.of(List.of(seat)))).containsExactly(seat);

        assertThat(rounds.make(made.practice(), Trust.ACT))
                .extracting(JournalEntry::question)
                .anySatisfy(question -> assertThat(question).contains("Safety agreement", "nobody is on call"));
        assertThat(safety()).hasSize(1);

        somebodyIsOnCall();
        rounds.make(made.practice(), Trust.ACT);
        assertThat(safety()).containsExactlyInAnyOrder(PaperStatus.WITHDRAWN, PaperStatus.TO_DO);
        assertThat(any.in(made.practice(), () -> packets.of(made.member()))
                        .getFirst()
                        .papers())
                .filteredOn(one -> one.form().equals(SAFETY))
                .extracting(Paper::status)
                .containsExactly(PaperStatus.TO_DO);
    }

    private MvcTestResult renewed(FormId form) {
        return office.post("/papers/renewals", "form", form.value(), "due", "2030-01-01");
    }

    private Paper given(Need need) {
        any.run(
                made.practice(),
                () -> papers.give(made.member(), new Asked(SAFETY, 1, Language.EN, "Safety agreement", need), TESTER));
        return all().getFirst();
    }

    private void signed(Paper paper) {
        any.run(
                made.practice(),
                () -> assertThat(papers.signed(paper.id(), UUID.randomUUID(), null, TESTER))
                        .isTrue());
    }

    private void publish(FormId form, int revision, String text) {
        any.run(made.practice(), () -> {
            assertThat(drafts.save(form, Language.EN, revision, text, TESTER)).isInstanceOf(Drafts.Saving.Saved.class);
            var seen = drafts.find(form, Language.EN).orElseThrow().revision();
            assertThat(publishing.publish(
                            library.find(form).orElseThrow(), Map.of(Language.EN, seen), "In other words.", TESTER))
                    .isInstanceOf(Publishing.Outcome.Published.class);
        });
    }

    private void somebodyIsOnCall() {
        var person = people.add("oncall@" + made.practice() + ".example", "Dana Whitfield");
        any.run(made.practice(), () -> onCall.keep(person, new Phone("2175550142"), "dana@home.example", null, TESTER));
        people.giveRole(made.practice(), person, Role.THERAPIST, TESTER);
    }

    private List<Integer> versions() {
        return all().stream().map(Paper::version).toList();
    }

    private List<PaperStatus> safety() {
        return all().stream()
                .filter(paper -> paper.form().equals(SAFETY))
                .map(Paper::status)
                .toList();
    }

    private List<Paper> all() {
        return any.in(made.practice(), () -> papers.of(made.member()));
    }

    private PaperStatus standing(PaperId id) {
        return any.in(made.practice(), () -> papers.find(id).orElseThrow().status());
    }
}
