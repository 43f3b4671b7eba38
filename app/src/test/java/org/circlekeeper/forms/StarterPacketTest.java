package org.circlekeeper.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts that the program brings: sound, alike in both languages, whole, and plain. */
class StarterPacketTest {

    private static final List<String> OWN_WORDS =
            List.of("notice_from", "privacy_contact", "session_fee", "absence_fee", "notice_hours");

    static Stream<StarterPacket.Piece> pieces() {
        return StarterPacket.PIECES.stream();
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void each_text_can_be_published_in_both_languages(StarterPacket.Piece piece) {
        Map<Language, Questionnaire> texts = new EnumMap<>(Language.class);
        for (var language : Language.values()) {
            texts.put(language, StarterPacket.read(piece, language));
        }
        assertThat(Alike.differences(texts)).isEmpty();
        assertThat(texts.get(Language.EN).items())
                .hasSameSizeAs(texts.get(Language.ES).items());
        assertThat(texts.get(Language.EN).title())
                .isNotEqualTo(texts.get(Language.ES).title());
        assertThat(Placeholders.in(texts.get(Language.EN)))
                .containsExactlyInAnyOrderElementsOf(Placeholders.in(texts.get(Language.ES)));
    }

    /** A place that nobody can fill would keep a paper from ever being printed. */
    @ParameterizedTest
    @MethodSource("pieces")
    void whoever_prints_knows_what_to_put_into_each_place(StarterPacket.Piece piece) {
        var known = new ArrayList<>(OWN_WORDS);
        known.addAll(Placeholders.OF_PAPER);
        known.addAll(Placeholders.OF_PRACTICE);
        known.addAll(Placeholders.OF_MEMBER);
        known.addAll(Placeholders.OF_ESTIMATE);
        assertThat(known).containsAll(Placeholders.in(StarterPacket.read(piece, Language.EN)));
    }

    /** Flesch and Kincaid's grade, of the English text. */
    @ParameterizedTest
    @MethodSource("pieces")
    void an_eighth_grader_can_read_it(StarterPacket.Piece piece) {
        var read = StarterPacket.read(piece, Language.EN);
        if (!read.isInstrument()) {
            assertThat(ReadingGrade.of(read.texts().toList()))
                    .as(piece.form().value())
                    .isLessThanOrEqualTo(8.0);
        }
    }

    /** 45 CFR 164.520: what is done without asking and what is not stand under their own headings. */
    @Test
    void the_page_on_which_the_notice_is_marked_has_all_its_headings() {
        var notice = StarterPacket.PIECES.stream()
                .filter(piece -> piece.form().value().equals("privacy-notice"))
                .findFirst()
                .orElseThrow();
        var pages = Filling.pages(StarterPacket.read(notice, Language.EN), Answers.none());
        var headings = pages.getFirst().reads().stream()
                .filter(FormPage.Read.Heading.class::isInstance)
                .map(FormPage.Read::text);

        assertThat(headings)
                .contains("What we do only if you say yes in writing")
                .endsWith("You got this notice");
    }

    @Test
    void each_thing_that_a_group_agreement_must_say_is_initialled_by_itself() {
        var clauses = questions("group-confidentiality").stream()
                .filter(question -> question.answering() instanceof Answering.Initials)
                .filter(Item.Question::required)
                .map(Item.Question::linkId);
        assertThat(clauses)
                .contains(
                        "leaders-bound",
                        "members-not-bound",
                        "limits-harm",
                        "limits-abuse",
                        "limits-court",
                        "limits-team",
                        "privilege",
                        "may-share",
                        "may-not-share",
                        "no-recording",
                        "after-leaving",
                        "outside-contact",
                        "breach",
                        "attendance",
                        "fees",
                        "other-therapy",
                        "telehealth",
                        "new-members",
                        "records",
                        "refuse-leave");
    }

    @Test
    void each_way_of_writing_to_somebody_is_a_choice_of_its_own_and_no_reason_is_asked_for() {
        var ids =
                questions("contact-consent").stream().map(Item.Question::linkId).toList();
        assertThat(ids).contains("email", "text", "text-bills", "call", "voicemail", "other-way");
        assertThat(questions("contact-consent"))
                .noneMatch(question ->
                        question.text().contains("Why") || question.linkId().contains("reason"));
    }

    @Test
    void a_consent_under_part_2_has_each_element_that_the_rule_names() {
        var text = String.join(
                "\n",
                StarterPacket.read(piece("part2-consent"), Language.EN)
                        .all()
                        .map(Item::text)
                        .toList());
        assertThat(text)
                .contains("{{member_name}}", "{{practice_name}} may share", "take this back", "no longer be protected")
                .contains("used against me in court", "If I do not sign");
        assertThat(questions("part2-consent").stream().map(Item.Question::linkId))
                .contains("what", "scope", "named-whom", "named-purpose", "ends", "ends-on", "refusing");
    }

    @Test
    void the_notice_begins_with_the_sentence_of_the_rule_and_speaks_of_part_2() {
        var notice = StarterPacket.read(piece("privacy-notice"), Language.EN);
        assertThat(notice.about())
                .isEqualTo(
                        "This notice describes how medical information about you may be used and disclosed and how you"
                                + " can get access to this information. Please review it carefully.");
        assertThat(notice.all().map(Item::text).toList())
                .anyMatch(text -> text.contains("42 CFR Part 2") && text.contains("proceeding against you"))
                .anyMatch(text -> text.contains("raise money") && text.contains("tell us not to"));
    }

    private static List<Item.Question> questions(String form) {
        return StarterPacket.read(piece(form), Language.EN).questions().toList();
    }

    private static StarterPacket.Piece piece(String form) {
        return StarterPacket.PIECES.stream()
                .filter(one -> one.form().value().equals(form))
                .findFirst()
                .orElseThrow();
    }
}
