package org.circlekeeper.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.List;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What looking at signatures again says of each thing that can be altered behind the program's back. */
@PracticeTest
class VerificationTest {

    private static final String ONE_BYTE = "set_byte(%1$s, 100, (get_byte(%1$s, 100) + 1) %% 256)";

    @Autowired
    AnyPractice any;

    @Autowired
    SigningPractice signing;

    @Autowired
    Signatures signatures;

    PracticeId practice;
    PatientId ana;
    SignatureId signed;

    /** The book has entries 1 (electronic papers), 2 (the paper) and 3 (another paper). */
    @BeforeEach
    void a_paper_between_two_others() {
        practice = any.open();
        ana = signing.agreeing(practice);
        var paper = AnySigning.by(ana, "Ana Ruiz");
        signed = signing.signed(practice, paper);
        signing.signed(practice, paper.form("fee-policy"));
    }

    @Test
    void what_nobody_touched_is_whole() {
        assertThat(verdict()).isEqualTo(new Verdict.Whole(signed, 1));
        var all = any.in(practice, () -> signatures.verifyAll());
        assertThat(all.isWhole()).isTrue();
        assertThat(all.signatures()).hasSize(3);
    }

    @Test
    void i17_one_altered_byte_of_the_stored_document_shows() {
        tamper("""
                update documents.content set sealed = ONE_BYTE
                 where document_id = (select (evidence::jsonb ->> 'document')::uuid from signing.entry
                                       where signature_id = :id)
                """.replace("ONE_BYTE", ONE_BYTE.formatted("sealed")));

        assertThat(differs()).singleElement().asString().contains("document is not as it was stored");
    }

    @Test
    void i17_one_altered_byte_of_what_was_shown_shows() {
        tamper("update signing.shown set bytes = " + ONE_BYTE.formatted("bytes")
                + " where entry_id = (select id from signing.entry where signature_id = :id)");

        assertThat(differs()).singleElement().asString().contains("as it was shown (entry 2) is not the one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update signing.shown set fields = '{}' where OWN                   | filled in (entry 2) is not
            delete from signing.shown where OWN                                | as it was shown (entry 2) is missing
            update signing.entry set evidence = replace(evidence, 'Ana', 'Eve') where ENTRY | Entry 2 in the book
            update signing.entry set at = at + interval '1 day' where ENTRY    | Entry 2 in the book
            update signing.entry set kind = 'REFUSED' where ENTRY              | Entry 2 in the book
            delete from signing.entry where ENTRY                              | does not stand in the book
            update signing.signature set status = 'WITHDRAWN' where id = :id   | It stands as "Withdrawn"
            update signing.signature set form = 'release' where id = :id       | under another paper or member
            update signing.signature set capacity = 'GUARDIAN' where id = :id  | under another paper or member
            update documents.document set sha256 = repeat('0', 64) where id::text = DOCUMENT | not as it was stored
            delete from documents.content where document_id::text = DOCUMENT   | are missing
            """)
    void each_altered_row_shows_and_is_named(String sql, String says) {
        tamper(sql.replace("OWN", "entry_id = (select id from signing.entry where ENTRY)")
                .replace("DOCUMENT", "(select evidence::jsonb ->> 'document' from signing.entry where ENTRY)")
                .replace("ENTRY", "signature_id = :id"));

        assertThat(differs()).anySatisfy(sentence -> assertThat(sentence).contains(says));
        assertThat(any.in(practice, () -> signatures.verifyAll()).isWhole()).isFalse();
    }

    @Test
    void a_signature_that_was_taken_away_alone_is_missed() {
        tamper("delete from signing.signature where id = :id");

        var all = any.in(practice, () -> signatures.verifyAll());
        assertThat(all.isWhole()).isFalse();
        assertThat(all.book()).singleElement().asString().contains("Entry 2", "is gone");
    }

    @Test
    void a_signature_that_was_taken_away_later_is_no_flaw_of_the_one_before_it() {
        var later = signing.signed(practice, AnySigning.by(ana, "Ana Ruiz").form("later-paper"));
        signing.tamper(practice, later.value(), "delete from signing.signature where id = :id");

        assertThat(verdict()).isEqualTo(new Verdict.Whole(signed, 1));
        assertThat(any.in(practice, () -> signatures.verifyAll()).book())
                .singleElement()
                .asString()
                .contains("is gone");
    }

    @Test
    void a_document_put_in_the_place_of_another_shows() {
        tamper("""
                update documents.content mine
                   set sealed = other.sealed
                  from documents.content other
                 where mine.document_id <> other.document_id
                   and mine.document_id = (select (evidence::jsonb ->> 'document')::uuid from signing.entry
                                            where signature_id = :id)
                """);

        assertThat(differs()).singleElement().asString().contains("not as it was stored");
    }

    @Test
    void an_entry_taken_out_later_shows_and_one_from_before_concerns_only_those_before() {
        tamper("delete from signing.entry where seq = 3 and :id::uuid is not null");
        assertThat(differs())
                .containsExactly("Entry 3 is missing from the book of signatures. What it said cannot be known.");

        tamper("delete from signing.entry where seq = 1 and :id::uuid is not null");
        assertThat(differs()).as("entry 1 was there before it").hasSize(1);
        assertThat(any.in(practice, () -> signatures.verifyAll()).book())
                .hasSize(2)
                .anyMatch(sentence -> sentence.startsWith("Entry 1 is missing"));
    }

    @Test
    void a_hidden_withdrawal_shows() {
        any.run(practice, () -> signatures.withdraw(signed, "Ana Ruiz", "by telephone", TESTER));
        assertThat(verdict()).isInstanceOf(Verdict.Whole.class);

        tamper("delete from signing.entry where kind = 'WITHDRAWN' and signature_id = :id");
        tamper("update signing.signature set status = 'SIGNED' where id = :id");

        assertThat(differs())
                .containsExactly("Entry 4 is missing from the book of signatures. What it said cannot be known.");
    }

    @Test
    void entries_in_each_others_place_show() {
        tamper("update signing.entry set seq = 99 where signature_id = :id");
        tamper("update signing.entry set seq = 2 where seq = 3 and :id::uuid is not null");
        tamper("update signing.entry set seq = 3 where seq = 99 and :id::uuid is not null");

        assertThat(differs()).anyMatch(sentence -> sentence.contains("is not as it was sealed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update signing.head set seq = 2 where :id::uuid is not null  | was altered
            update signing.head set mark = seal where :id::uuid is not null | was altered
            delete from signing.head where :id::uuid is not null         | is missing
            """)
    void the_page_that_says_how_many_there_are_cannot_be_altered_either(String sql, String says) {
        tamper(sql);

        assertThat(differs()).anyMatch(sentence -> sentence.contains("how many signatures") && sentence.contains(says));
    }

    @Test
    void the_tail_cut_off_with_the_count_put_back_shows() {
        tamper("delete from signing.entry where seq = 3 and :id::uuid is not null");
        tamper("update signing.head set seq = 2, seal = (select seal from signing.entry where signature_id = :id)");

        assertThat(differs()).containsExactly("The page that says how many signatures there are was altered.");
    }

    @Test
    void what_is_gone_with_all_that_belongs_to_it_is_missing_and_leaves_a_hole() {
        tamper("delete from signing.entry where signature_id = :id");
        tamper("delete from signing.signature where id = :id");

        assertThat(verdict()).isEqualTo(new Verdict.Missing(signed));
        assertThat(any.in(practice, () -> signatures.verifyAll()).book())
                .containsExactly("Entry 2 is missing from the book of signatures. What it said cannot be known.");
    }

    private Verdict verdict() {
        return any.in(practice, () -> signatures.verify(signed));
    }

    private List<String> differs() {
        var verdict = verdict();
        assertThat(verdict).isInstanceOf(Verdict.Altered.class);
        return ((Verdict.Altered) verdict).differs();
    }

    private void tamper(String sql) {
        signing.tamper(practice, signed.value(), sql);
    }
}
