package org.circlekeeper.x12.eligibility;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.circlekeeper.Golden;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.x12.AskedPerson;
import org.circlekeeper.x12.Asker;
import org.circlekeeper.x12.Delimiters;
import org.circlekeeper.x12.Envelope;
import org.circlekeeper.x12.PayerParty;
import org.circlekeeper.x12.X12Ending;
import org.circlekeeper.x12.X12Reader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EligibilityInquiriesTest {

    private static final AskedPerson MARIA =
            new AskedPerson(new PersonName("María", "L", "García"), LocalDate.of(1984, 5, 17), "F");
    private static final AskedPerson AMARA =
            new AskedPerson(new PersonName("Amara", "Okafor"), LocalDate.of(2010, 3, 9), "F");

    private static EligibilityInquiry about(
            String trace, @Nullable AskedPerson dependent, @Nullable ProcedureCode procedure, String... types) {
        return new EligibilityInquiry(
                "R" + trace,
                trace,
                "9CGT000100",
                new PayerParty("Evergreen Health Plan", "EVGRN"),
                Asker.practice("Cedar Group Therapy PLLC", new Npi("1093817462")),
                "EHP300201",
                MARIA,
                dependent,
                "19",
                LocalDate.of(2026, 1, 12),
                List.of(types),
                procedure);
    }

    private static Envelope envelope(Delimiters delimiters) {
        var at = LocalDateTime.of(2026, 1, 12, 9, 15);
        return new Envelope("ZZ", "CGT0001", "ZZ", "EVGRN", 901, 901, at, true, delimiters);
    }

    @Test
    void a_batch_has_a_set_for_each_person() throws IOException {
        var file = EligibilityInquiries.write(
                envelope(Delimiters.USUAL),
                List.of(
                        about("T1", null, null, "MH"),
                        about("T2", AMARA, null, "30", "MH", "98"),
                        about("T3", null, ProcedureCode.GROUP_PSYCHOTHERAPY)));

        Golden.assertMatches("270/batch.270", new String(file, US_ASCII));
        assertThat(X12Reader.of(file).ending()).isInstanceOf(X12Ending.Whole.class);
        assertThat(EligibilityInquiryReader.all(file))
                .extracting(
                        ReadInquiry::traceNumber,
                        ReadInquiry::memberId,
                        inquiry -> inquiry.person().name().first(),
                        inquiry -> inquiry.person().birthDate(),
                        ReadInquiry::serviceTypes,
                        ReadInquiry::procedures)
                .containsExactly(
                        tuple("T1", "EHP300201", "MARIA", MARIA.birthDate(), List.of("MH"), List.of()),
                        tuple("T2", "EHP300201", "AMARA", AMARA.birthDate(), List.of("30", "MH", "98"), List.of()),
                        tuple("T3", "EHP300201", "MARIA", MARIA.birthDate(), List.of(), List.of("90853")));
    }

    @Test
    void other_delimiters_hold_the_same() throws IOException {
        var file = EligibilityInquiries.write(
                envelope(new Delimiters('|', '}', '^', '~')), List.of(about("T2", AMARA, null, "30", "MH")));

        assertThat(EligibilityInquiryReader.all(file).getFirst().serviceTypes()).containsExactly("30", "MH");
    }

    @Test
    void a_question_about_nothing_is_refused() {
        assertThatThrownBy(() -> about("T1", null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> about("T1", null, null, "MENTAL")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EligibilityInquiries.write(envelope(Delimiters.USUAL), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
