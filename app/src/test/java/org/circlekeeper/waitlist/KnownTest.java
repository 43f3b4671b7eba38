package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.waitlist.Answer.Found.MET;
import static org.circlekeeper.waitlist.Answer.Found.NOT_MET;
import static org.circlekeeper.waitlist.Answer.Found.UNKNOWN;
import static org.circlekeeper.waitlist.AnyEntry.TODAY;
import static org.circlekeeper.waitlist.AnyEntry.criterion;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.DiagnosisCode;
import org.junit.jupiter.api.Test;

/** What is known of somebody, by their own word and by their record, answers what groups are for. */
class KnownTest {

    private static final LocalDate BORN = LocalDate.of(1991, 5, 4);
    private static final Criterion DEPRESSION = criterion(Criterion.Kind.DIAGNOSIS, "F32,F33", false);
    private static final Criterion SPANISH = criterion(Criterion.Kind.LANGUAGE, "es", false);

    @Test
    void a_diagnosis_on_file_counts_on_the_days_it_holds_whatever_was_answered() {
        var known = diagnosed(new DateRange(TODAY.minusDays(30), TODAY), "F33.1");

        assertThat(known.found(DEPRESSION, UNKNOWN, TODAY)).isEqualTo(MET);
        assertThat(known.found(DEPRESSION, NOT_MET, TODAY)).isEqualTo(MET);
        assertThat(known.found(DEPRESSION, UNKNOWN, TODAY.plusDays(1))).isEqualTo(UNKNOWN);
    }

    @Test
    void a_diagnosis_that_is_not_on_file_is_not_known_and_a_no_is_only_proposed() {
        var other = diagnosed(DateRange.from(TODAY), "F41.1");

        assertThat(other.found(DEPRESSION, UNKNOWN, TODAY)).isEqualTo(UNKNOWN);
        assertThat(other.found(DEPRESSION, MET, TODAY)).isEqualTo(MET);
        assertThat(other.proposed(DEPRESSION, TODAY)).hasValue(NOT_MET);
        assertThat(other.proposed(SPANISH, TODAY)).isEmpty();
        assertThat(Known.of(BORN, OnFile.NOTHING).proposed(DEPRESSION, TODAY)).isEmpty();
        assertThat(Known.of(BORN, OnFile.NOTHING).found(DEPRESSION, UNKNOWN, TODAY))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void beginnings_of_codes_are_compared_with_and_without_their_dot() {
        var known = diagnosed(DateRange.from(TODAY), "F33.1");

        assertThat(List.of("F33.1", "F331", "F33.", "F3")).allMatch(wanted -> known.hasDiagnosis(wanted, TODAY));
        assertThat(List.of("F33.2", "F41", "")).noneMatch(wanted -> known.hasDiagnosis(wanted, TODAY));
    }

    @Test
    void a_language_that_they_speak_or_read_suffices_and_only_what_they_speak_says_no() {
        assertThat(Known.of(BORN, new OnFile("es", List.of())).found(SPANISH, UNKNOWN, TODAY))
                .isEqualTo(MET);
        assertThat(Known.of(BORN, new OnFile("en", List.of())).found(SPANISH, MET, TODAY))
                .isEqualTo(MET);
        assertThat(Known.of(BORN, new OnFile("en", List.of())).found(SPANISH, UNKNOWN, TODAY))
                .isEqualTo(UNKNOWN);
        assertThat(new Known(null, "en", "es-MX", "", List.of()).found(SPANISH, UNKNOWN, TODAY))
                .isEqualTo(MET);
        assertThat(new Known(null, "en", "en", "", List.of()).found(SPANISH, MET, TODAY))
                .isEqualTo(NOT_MET);
        assertThat(Known.of(BORN, OnFile.NOTHING).found(SPANISH, UNKNOWN, TODAY))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void a_statement_is_nobody_s_but_whoever_answered_it() {
        var statement = criterion(Criterion.Kind.STATEMENT, "", false);
        var known = Known.of(BORN, new OnFile("en", List.of()));

        assertThat(known.found(statement, UNKNOWN, TODAY)).isEqualTo(UNKNOWN);
        assertThat(known.found(statement, MET, TODAY)).isEqualTo(MET);
    }

    private static Known diagnosed(DateRange days, String code) {
        var diagnosis = new Charts.Diagnosis(new PatientId(new UUID(0, 1)), 1, new DiagnosisCode(code), days);
        return Known.of(BORN, new OnFile("", List.of(diagnosis)));
    }
}
