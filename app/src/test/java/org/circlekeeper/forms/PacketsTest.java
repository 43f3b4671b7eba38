package org.circlekeeper.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.List;
import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.FormLibrary.PacketForm;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The starter packet, and which papers go to whom. */
@PracticeTest
class PacketsTest {

    private static final FormId GROUP = new FormId("group-confidentiality");
    private static final UUID SOME_KIND = UUID.fromString("00000000-0000-7000-8000-0000000000aa");
    private static final Circumstances PLAIN = new Circumstances(false, false, false);

    @Autowired
    AnyPractice any;

    @Autowired
    FormLibrary library;

    @Autowired
    FormShelf shelf;

    @Autowired
    Drafts drafts;

    @Autowired
    Packets packets;

    @Autowired
    StarterPacket starter;

    private PracticeId practice;

    @BeforeEach
    void a_practice() {
        practice = any.open();
    }

    @Test
    void nothing_is_asked_of_members_before_the_practice_has_chosen_a_packet() {
        any.run(practice, () -> {
            assertThat(library.all()).isEmpty();
            assertThat(library.packetFor(SOME_KIND, new Circumstances(true, true, true)))
                    .isEmpty();
        });
    }

    @Test
    void the_starter_packet_is_taken_over_with_one_press_and_a_second_press_changes_nothing() {
        any.run(practice, () -> {
            assertThat(starter.use(TESTER)).isEqualTo(StarterPacket.PIECES.size());
            assertThat(starter.use(TESTER)).isZero();
            assertThat(library.all())
                    .hasSize(StarterPacket.PIECES.size())
                    .allMatch(form -> form.current().isPresent());
            assertThat(packets.history(Packet.EVERYBODY)).hasSize(1);
        });
    }

    @Test
    void each_member_gets_what_concerns_them() {
        any.run(practice, () -> {
            starter.use(TESTER);
            var always = names(PLAIN);
            assertThat(always)
                    .startsWith("electronic-business")
                    .contains("group-confidentiality", "privacy-notice")
                    .doesNotContain("telehealth-group", "part2-consent", "good-faith-estimate", "phq-9");
            assertThat(names(new Circumstances(true, false, false)))
                    .contains("telehealth-group")
                    .hasSize(always.size() + 1);
            assertThat(names(new Circumstances(false, true, false)))
                    .contains("part2-consent")
                    .hasSize(always.size() + 1);
            assertThat(names(new Circumstances(false, false, true)))
                    .contains("good-faith-estimate")
                    .hasSize(always.size() + 1);
            assertThat(library.packetFor(SOME_KIND, PLAIN))
                    .filteredOn(form -> form.need() == Need.OFFERED)
                    .extracting(form -> form.form().value())
                    .contains("privacy-notice", "release-of-information", "contact-consent");
        });
    }

    private List<String> names(Circumstances circumstances) {
        return library.packetFor(SOME_KIND, circumstances).stream()
                .map(PacketForm::form)
                .map(FormId::value)
                .toList();
    }

    @Test
    void a_kind_with_a_packet_of_its_own_takes_that_and_the_one_for_all_again_when_it_gives_it_up() {
        any.run(practice, () -> {
            starter.use(TESTER);
            var line = new Packet.Line(GROUP, Need.REQUIRED, Applies.EVERYBODY);
            assertThat(packets.publish(SOME_KIND, 0, List.of(line), "", TESTER))
                    .isEqualTo(new Packets.Outcome.Published(1));
            assertThat(names(PLAIN)).containsExactly("group-confidentiality");
            assertThat(packets.giveUp(SOME_KIND, 1, TESTER)).isEqualTo(new Packets.Outcome.Published(2));
            assertThat(names(PLAIN)).hasSizeGreaterThan(5);
            assertThat(packets.history(SOME_KIND).getLast().lines()).containsExactly(line);
        });
    }

    @Test
    void two_who_publish_a_packet_at_once_do_not_overwrite_each_other() {
        any.run(practice, () -> {
            starter.use(TESTER);
            var line = List.of(new Packet.Line(GROUP, Need.OFFERED, Applies.EVERYBODY));
            assertThat(packets.publish(Packet.EVERYBODY, 0, line, "", TESTER))
                    .isInstanceOfSatisfying(
                            Packets.Outcome.Refused.class,
                            refused -> assertThat(refused.sentence()).contains("Somebody published"));
            assertThat(packets.last(Packet.EVERYBODY).orElseThrow().number()).isOne();
        });
    }

    @Test
    void a_form_that_stands_in_a_packet_is_not_retired_and_one_that_is_retired_is_not_put_in() {
        any.run(practice, () -> {
            starter.use(TESTER);
            assertThat(shelf.retire(GROUP, "old", TESTER).orElseThrow()).contains("the packet for all");
            var phq = new FormId("phq-9");
            assertThat(shelf.retire(phq, "not used", TESTER)).isEmpty();
            assertThat(library.find(phq).flatMap(Form::current)).isEmpty();
            var line = List.of(new Packet.Line(phq, Need.REQUIRED, Applies.EVERYBODY));
            assertThat(packets.publish(SOME_KIND, 0, line, "", TESTER))
                    .isInstanceOfSatisfying(
                            Packets.Outcome.Refused.class,
                            refused -> assertThat(refused.sentence()).contains("not in use"));
            assertThat(shelf.bringBack(phq, TESTER)).isEmpty();
            assertThat(shelf.bringBack(phq, TESTER).orElseThrow()).contains("already");
            assertThat(packets.publish(SOME_KIND, 0, line, "", TESTER)).isEqualTo(new Packets.Outcome.Published(1));
        });
    }

    @Test
    void a_measure_of_others_waits_for_no_counsel() {
        any.run(practice, () -> {
            starter.use(TESTER);
            assertThat(library.find(new FormId("phq-9"))
                            .orElseThrow()
                            .versions()
                            .getFirst()
                            .isDraft())
                    .isFalse();
            assertThat(library.find(GROUP).orElseThrow().versions().getFirst().isDraft())
                    .isTrue();
        });
    }

    @Test
    void the_papers_of_the_practice_say_its_own_facts_and_words() {
        any.run(practice, () -> {
            starter.use(TESTER);
            assertThat(library.ownWords())
                    .containsExactly("absence_fee", "notice_from", "notice_hours", "privacy_contact", "session_fee");
            shelf.word("privacy_contact", "Dana Whitfield", TESTER);
            assertThat(library.placeholders())
                    .containsEntry("privacy_contact", "Dana Whitfield")
                    .containsEntry("practice_name", "Any Practice")
                    .containsEntry("practice_address", "1 Main St, Springfield, IL 62701-1234");
        });
    }

    @Test
    void another_practice_sees_nothing_of_it() {
        any.run(practice, () -> starter.use(TESTER));
        any.run(any.open(), () -> {
            assertThat(library.all()).isEmpty();
            assertThat(library.open(GROUP, 1, Language.EN)).isInstanceOf(Rendition.Missing.class);
            assertThat(packets.lasts()).isEmpty();
            assertThat(drafts.of(GROUP)).isEmpty();
            assertThat(library.placeholders()).doesNotContainKey("privacy_contact");
        });
    }
}
