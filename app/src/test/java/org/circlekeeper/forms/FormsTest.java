package org.circlekeeper.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Drafts.Saving;
import org.circlekeeper.forms.Publishing.Outcome;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forms of a practice: versions that never change, drafts of two hands, packets, and what goes to whom. */
@PracticeTest
class FormsTest {

    private static final FormId OWN = new FormId("house-rules");
    private static final UUID SOME_KIND = UUID.fromString("00000000-0000-7000-8000-0000000000aa");

    @Autowired
    AnyPractice any;

    @Autowired
    FormLibrary library;

    @Autowired
    FormShelf shelf;

    @Autowired
    Drafts drafts;

    @Autowired
    Publishing publishing;

    @Autowired
    Packets packets;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient db;

    private PracticeId practice;

    @BeforeEach
    void a_practice() {
        practice = any.open();
    }

    private Form own() {
        return library.find(OWN).orElseThrow();
    }

    private Outcome publish(String says) {
        return publishing.publish(own(), Map.of(Language.EN, last()), says, TESTER);
    }

    private int last() {
        return drafts.find(OWN, Language.EN).map(Draft::revision).orElse(0);
    }

    private void write(String body) {
        assertThat(drafts.save(OWN, Language.EN, last(), "title: House rules\n\n" + body, TESTER))
                .isInstanceOf(Saving.Saved.class);
    }

    private void begun(String body) {
        assertThat(shelf.add(OWN, Kind.DOCUMENT, "House rules", TESTER)).isTrue();
        write(body);
    }

    private FormVersion opened(FormId form, int number, Language language) {
        return ((Rendition.Text) library.open(form, number, language)).version();
    }

    @Test
    void a_published_version_is_kept_byte_for_byte_and_the_database_lets_nobody_change_it() {
        any.run(practice, () -> {
            begun("[initial] I am kind.");
            assertThat(publish("")).isEqualTo(new Outcome.Published(1));
            var first = opened(OWN, 1, Language.EN);
            assertThat(first.sha256()).isEqualTo(Sha256.hex(first.json().getBytes(StandardCharsets.UTF_8)));

            write("[initial] I am kind, always.");
            assertThat(publish("Says always.")).isEqualTo(new Outcome.Published(2));
            assertThat(opened(OWN, 1, Language.EN)).isEqualTo(first);
            assertThat(opened(OWN, 2, Language.EN).json()).contains("always");
        });
        for (var change : List.of("update forms.version set questionnaire = ''", "delete from forms.version")) {
            assertThatThrownBy(() -> any.run(practice, () -> db.sql(change).update()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void no_form_is_given_in_another_language_instead() {
        any.run(practice, () -> {
            begun("Read this.");
            publish("");
            assertThat(library.open(OWN, 1, Language.ES))
                    .isInstanceOfSatisfying(
                            Rendition.Missing.class,
                            missing -> assertThat(missing.sentence())
                                    .contains("is not written in Spanish, only in English")
                                    .contains("interpreter"));
            assertThat(library.open(OWN, 7, Language.EN)).isInstanceOf(Rendition.Missing.class);
            assertThat(library.open(new FormId("none"), 1, Language.EN)).isInstanceOf(Rendition.Missing.class);
        });
    }

    @Test
    void what_cannot_be_published_says_why() {
        any.run(practice, () -> {
            begun("[initial]");
            assertThat(refusal(publish(""))).contains("has faults");
            write("[initial] I am kind.");
            assertThat(refusal(publishing.publish(own(), Map.of(), "", TESTER))).contains("No language was chosen");
            publish("");
            assertThat(refusal(publish("Nothing."))).contains("Nothing changed since version 1");
            write("[initial] I am kind. Always.");
            assertThat(refusal(publish(" "))).contains("Say what changed since version 1");
            assertThat(refusal(publishing.publish(own(), Map.of(Language.EN, 2), "More.", TESTER)))
                    .contains("was changed by", "after you looked");
            assertThat(library.find(OWN).orElseThrow().versions()).hasSize(1);
        });
    }

    private static String refusal(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return String.join("\n", ((Outcome.Refused) outcome).sentences());
    }

    @Test
    void languages_that_do_not_ask_the_same_are_not_published_together() {
        any.run(practice, () -> {
            begun("[initial kind] I am kind.\n\n[question pets: yes-no]\nPets?");
            drafts.save(OWN, Language.ES, 0, "title: Reglas\n\n[initial kind] Soy amable.", TESTER);
            var both = Map.of(Language.EN, 1, Language.ES, 1);
            assertThat(refusal(publishing.publish(own(), both, "", TESTER)))
                    .contains("\"pets\" is missing in the Spanish text");
            drafts.save(
                    OWN,
                    Language.ES,
                    1,
                    "title: Reglas\n\n[initial kind] Soy amable.\n\n[question pets: line]\n¿?",
                    TESTER);
            assertThat(refusal(publishing.publish(own(), Map.of(Language.EN, 1, Language.ES, 2), "", TESTER)))
                    .contains("\"pets\" is answered differently");
        });
    }

    @Test
    void who_saves_second_is_told_what_the_first_wrote_and_nothing_is_lost() {
        any.run(practice, () -> {
            begun("One.");
            write("Two.");
            assertThat(drafts.save(OWN, Language.EN, 1, "title: House rules\n\nThree.", TESTER))
                    .isInstanceOfSatisfying(
                            Saving.Overtaken.class,
                            overtaken -> assertThat(overtaken.theirs().text()).contains("Two."));
            assertThat(drafts.find(OWN, Language.EN).orElseThrow().text()).contains("Two.");
            assertThat(drafts.save(OWN, Language.EN, 2, "title: House rules\n\nTwo.", TESTER))
                    .isInstanceOf(Saving.Same.class);
        });
    }

    @Test
    void of_two_who_save_at_the_same_moment_one_is_told() throws Exception {
        any.run(practice, () -> begun("One."));
        var together = new CyclicBarrier(2);
        Callable<Saving> saving = () -> any.in(practice, () -> {
            var text = "title: House rules\n\nFrom " + Thread.currentThread().threadId();
            meet(together);
            return drafts.save(OWN, Language.EN, 1, text, TESTER);
        });
        try (var pool = Executors.newFixedThreadPool(2)) {
            var one = pool.submit(saving);
            var other = pool.submit(saving);
            assertThat(List.of(one.get(), other.get()))
                    .filteredOn(Saving.Saved.class::isInstance)
                    .hasSize(1);
        }
        any.run(practice, () -> assertThat(last()).isEqualTo(2));
    }

    @Test
    void a_double_press_publishes_once() throws Exception {
        any.run(practice, () -> begun("One."));
        var together = new CyclicBarrier(2);
        Callable<Outcome> pressing = () -> any.in(practice, () -> {
            var form = own();
            meet(together);
            return publishing.publish(form, Map.of(Language.EN, 1), "x", TESTER);
        });
        try (var pool = Executors.newFixedThreadPool(2)) {
            var one = pool.submit(pressing);
            var other = pool.submit(pressing);
            assertThat(List.of(one.get(), other.get()))
                    .filteredOn(Outcome.Published.class::isInstance)
                    .hasSize(1);
        }
        any.run(practice, () -> assertThat(own().versions()).hasSize(1));
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void a_saving_is_taken_back_once_and_not_over_a_later_one() {
        any.run(practice, () -> {
            begun("One.");
            write("Two.");
            assertThat(drafts.undo(OWN, Language.EN, 2, TESTER).orElseThrow().text())
                    .contains("One.");
            assertThat(drafts.undo(OWN, Language.EN, 2, TESTER)).isEmpty();
            assertThat(drafts.undo(OWN, Language.EN, 1, TESTER)).isEmpty();
            assertThat(drafts.find(OWN, Language.EN).orElseThrow().text()).contains("One.");
        });
    }

    @Test
    void counsels_word_is_kept_with_name_and_day_and_said_once() {
        any.run(practice, () -> {
            begun("Read this.");
            publish("");
            var day = LocalDate.of(2026, 11, 20);
            assertThat(own().versions().getFirst().isDraft()).isTrue();
            assertThat(shelf.approve(OWN, 1, "Law & Co", day, TESTER)).isTrue();
            assertThat(shelf.approve(OWN, 1, "Others", day, TESTER)).isFalse();
            assertThat(own().versions().getFirst().approval())
                    .isEqualTo(new Approval("Law & Co", day, LocalDate.of(2026, 11, 24), TESTER.label()));
            write("Read this well.");
            publish("well");
            assertThat(own().versions().getFirst().isDraft())
                    .as("a new text waits for counsel again")
                    .isTrue();
        });
    }

    @Test
    void every_change_is_in_the_audit_trail() {
        any.run(practice, () -> {
            begun("One.");
            publish("");
            shelf.approve(OWN, 1, "Law & Co", LocalDate.of(2026, 11, 20), TESTER);
            packets.publish(SOME_KIND, 0, List.of(new Packet.Line(OWN, Need.REQUIRED, Applies.EVERYBODY)), "", TESTER);
            packets.giveUp(SOME_KIND, 1, TESTER);
            shelf.retire(OWN, "old", TESTER);
            shelf.word("own", "x", TESTER);
            assertThat(audit.latest(20).reversed())
                    .extracting(entry -> entry.what())
                    .containsExactly(
                            "added a form",
                            "saved a draft of a form",
                            "published a version of a form",
                            "said that counsel approved a form",
                            "published a packet of forms",
                            "published a packet of forms",
                            "set how a form stands",
                            "set a word of the papers");
        });
    }
}
