package org.circlekeeper.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What only warns is looked up for whoever looks, and not while a seat is given and others wait. */
@PracticeTest
class ChecksThatOnlyWarnTest {

    private static final DateRange DAYS = DateRange.from(LocalDate.of(2026, 11, 2));

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    RuleOfGroupStore rules;

    @Autowired
    MembershipStore memberships;

    @Autowired
    Patients patients;

    @Autowired
    Clock clock;

    @Test
    void they_are_asked_when_somebody_looks_and_left_alone_when_it_is_decided() {
        var practice = any.open();
        var leader = any.leader(practice);
        var kim = any.patient(practice);
        var group = any.in(
                practice,
                () -> groups.found(
                        groups.type("Open", ProcedureCode.GROUP_PSYCHOTHERAPY, false),
                        "Open",
                        8,
                        leader,
                        DAYS,
                        TESTER));
        var asked = new ArrayList<String>();
        var admissions = new Admissions(
                groups,
                rules,
                memberships,
                patients,
                List.of(check("warns", true, asked), check("holds", false, asked)),
                clock);
        var admission = new Admission(group, kim, DAYS);

        assertThat(any.in(practice, () -> admissions.verdict(admission)).holding())
                .extracting(Finding::code)
                .containsExactly("holds");
        assertThat(asked).containsExactly("holds");
        assertThat(any.in(practice, () -> admissions.clearance(admission)))
                .extracting(Finding::code)
                .containsExactly("warns", "holds");
    }

    private static AdmissionCheck check(String code, boolean onlyWarns, List<String> asked) {
        return new AdmissionCheck() {
            @Override
            public List<Finding> assess(Admission admission) {
                asked.add(code);
                var weight = onlyWarns ? Finding.Weight.WARNS : Finding.Weight.HOLDS;
                return List.of(new Finding(code, weight, Because.of("It is so."), "Ask.", "this practice"));
            }

            @Override
            public boolean onlyWarns() {
                return onlyWarns;
            }
        };
    }
}
