package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.practice.Enrolment;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.junit.jupiter.api.Test;

/** Who may lead a session in somebody's place. */
class SubstitutesTest {

    static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    static final Npi NPI = new Npi("1234567893");

    private final Practitioner ill = practitioner("Ill", "L1");
    private final Practitioner ana = practitioner("Ana", "L2");
    private final Practitioner ben = practitioner("Ben", "");
    private final Practitioner cleo = practitioner("Cleo", "L3");
    private final UUID evergreen = UUID.randomUUID();
    private final UUID medicaid = UUID.randomUUID();
    private final List<Enrolment> enrolments = new ArrayList<>();
    private final Map<PractitionerId, String> elsewhere = new HashMap<>();

    @Test
    void whoever_more_payers_know_comes_first_and_the_one_who_is_away_not_at_all() {
        known(cleo, evergreen, true);

        assertThat(candidates())
                .extracting(Substitutes.Candidate::name)
                .containsExactly("Cleo Leader, LCSW", "Ana Leader, LCSW", "Ben Leader, LCSW");
        assertThat(candidates().getFirst().says())
                .isEqualTo("Evergreen knows them; Medicaid: nobody has asked; license L3");
    }

    @Test
    void whoever_has_no_license_number_on_file_comes_after_those_who_have_and_says_so() {
        known(ben, evergreen, true);
        known(ben, medicaid, true);

        assertThat(candidates().getLast()).satisfies(last -> {
            assertThat(last.practitioner()).isEqualTo(ben.id());
            assertThat(last.may()).isTrue();
            assertThat(last.licensed()).isFalse();
            assertThat(last.says()).isEqualTo("Evergreen and Medicaid know them; no license number on file");
        });
        assertThat(candidates().getFirst().licensed()).isTrue();
    }

    @Test
    void a_payer_that_nobody_has_asked_is_named_to_be_confirmed() {
        known(ana, medicaid, true);

        assertThat(candidates().getFirst().unasked()).containsExactly("Evergreen");
        known(ana, evergreen, true);
        assertThat(candidates().getFirst().unasked()).isEmpty();
    }

    @Test
    void whom_a_payer_of_the_members_does_not_know_is_not_offered() {
        known(ana, medicaid, true);
        known(ana, evergreen, false);

        assertThat(candidates().getLast()).satisfies(last -> {
            assertThat(last.may()).isFalse();
            assertThat(last.says()).isEqualTo("Medicaid knows them; Evergreen does not know them; license L2");
        });
    }

    @Test
    void the_last_word_of_a_payer_counts_and_only_on_its_days() {
        known(ana, evergreen, false);
        known(ana, evergreen, true);
        enrolments.add(new Enrolment(
                ana.id(), medicaid, NPI, false, new DateRange(DAY.minusYears(1), DAY.minusDays(1)), "letter"));

        assertThat(candidates().getFirst()).satisfies(first -> {
            assertThat(first.may()).isTrue();
            assertThat(first.says()).startsWith("Evergreen knows them; Medicaid: nobody has asked");
        });
    }

    @Test
    void whoever_is_elsewhere_then_is_not_offered_and_it_says_where() {
        elsewhere.put(ana.id(), "with Evening Circle then");

        assertThat(candidates().getLast())
                .isEqualTo(new Substitutes.Candidate(
                        ana.id(),
                        "Ana Leader, LCSW",
                        false,
                        "with Evening Circle then; Evergreen and Medicaid: nobody has asked; license L2",
                        true,
                        List.of("Evergreen", "Medicaid")));
    }

    private List<Substitutes.Candidate> candidates() {
        return Substitutes.of(new Substitutes.Asked(
                ill.id(),
                DAY,
                List.of(ill, ana, ben, cleo),
                Map.of(evergreen, "Evergreen", medicaid, "Medicaid"),
                enrolments,
                elsewhere));
    }

    private void known(Practitioner practitioner, UUID payer, boolean known) {
        enrolments.add(new Enrolment(
                practitioner.id(), payer, NPI, known, DateRange.from(LocalDate.of(2026, 1, 1)), "letter"));
    }

    private static Practitioner practitioner(String name, String license) {
        return new Practitioner(
                new PractitionerId(UUID.randomUUID()),
                new PersonName(name, "Leader"),
                "LCSW",
                NPI,
                "1041C0700X",
                license);
    }
}
