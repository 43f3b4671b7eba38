package org.circlekeeper.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PracticeTest
class DiagnosesTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Autowired
    AnyPractice any;

    @Autowired
    Charts charts;

    @Autowired
    JdbcClient db;

    PracticeId practice;
    PatientId member;

    @BeforeEach
    void a_member() {
        practice = any.open();
        member = any.patient(practice);
    }

    @Test
    void the_older_diagnosis_ends_where_the_newer_begins() {
        diagnose(JANUARY, "F33.1", "F41.1");
        diagnose(MARCH, "F33.2");

        assertThat(standing())
                .containsExactly(
                        "1 F33.2 from 2026-03-01",
                        "1 F33.1 from 2026-01-01 to 2026-02-28",
                        "2 F41.1 from 2026-01-01 to 2026-02-28");
    }

    @Test
    void what_was_recorded_wrongly_no_longer_stands_and_is_kept_with_who_replaced_it() {
        diagnose(JANUARY, "F33.1");
        diagnose(JANUARY, "F33.2");
        diagnose(JANUARY, "F34.1");

        assertThat(standing()).containsExactly("1 F34.1 from 2026-01-01");
        assertThat(kept())
                .containsExactly(
                        "F33.1 by tester (command line), replaced by tester (command line)",
                        "F33.2 by tester (command line), replaced by tester (command line)");
    }

    private void diagnose(LocalDate from, String... codes) {
        any.run(
                practice,
                () -> charts.diagnose(
                        member, Stream.of(codes).map(DiagnosisCode::new).toList(), from, TESTER));
    }

    private List<String> standing() {
        return any.in(
                practice,
                () -> charts.diagnoses(member).stream()
                        .map(one -> one.rank() + " " + one.code() + " from "
                                + one.days().first()
                                + (one.days().last() == null
                                        ? ""
                                        : " to " + one.days().last()))
                        .toList());
    }

    private List<String> kept() {
        return any.in(
                practice,
                () -> db.sql("""
                        select code || ' by ' || recorded_by || ', replaced by ' || superseded_by
                          from charts.diagnosis
                         where patient_id = :patient
                           and superseded_at is not null
                         order by id
                        """)
                        .param("patient", member.value())
                        .query(String.class)
                        .list());
    }
}
