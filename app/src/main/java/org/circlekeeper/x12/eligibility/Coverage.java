package org.circlekeeper.x12.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.circlekeeper.x12.NamedParty;
import org.jspecify.annotations.Nullable;

/** Decides whether group therapy is covered. */
record Coverage(
        RowChoice choice,
        EligibilityStatus status,
        @Nullable NamedParty carveOut) {

    /** EB01 I not covered, E excluded. */
    private static final Set<String> NOT_COVERED = Set.of("I", "E");

    /** EB01 of rows that make no sense for what is not covered: coinsurance, copay, deductible, unlimited. */
    private static final Set<String> IMPLY = Set.of("A", "B", "C", "H");

    /** With the rows of amounts and limits that contradict each other, if there are any. */
    Evidenced<Covered> covered(List<Benefit> contradictions) {
        var told = new ArrayList<>(rows());
        var word = word(told);
        if (carveOut != null) {
            told.addAll(CarveOut.rows(choice));
            word = word == Covered.YES ? Covered.AMBIGUOUS : word;
        }
        if (word == Covered.YES && MessageHints.thatGroupsAreNotCovered(ofTherapy())) {
            told.addAll(ofTherapy());
            word = Covered.AMBIGUOUS;
        }
        if (word == Covered.YES && !contradictions.isEmpty()) {
            told.addAll(contradictions);
            word = Covered.AMBIGUOUS;
        }
        if (status == EligibilityStatus.INACTIVE) {
            told.addAll(ofEndedPlan());
        }
        return new Evidenced<>(byStatus(word), told.stream().distinct().toList());
    }

    /** The rows that say so of the plan as a whole; where none does, of whatever part of it. */
    private List<Benefit> ofEndedPlan() {
        var ended = choice.rows().stream().filter(EligibilityStatus::isInactive).toList();
        var whole = ended.stream().filter(Services::isWholePlan).toList();
        return whole.isEmpty() ? ended : whole;
    }

    /** Without an active plan nothing is covered; where the payer says two things of the plan, nothing is certain. */
    private Covered byStatus(Covered word) {
        return switch (status) {
            case ACTIVE -> word;
            case REJECTED -> Covered.UNKNOWN;
            case INACTIVE -> word == Covered.YES && anyActive() ? Covered.AMBIGUOUS : Covered.NO;
            case UNKNOWN -> word == Covered.YES ? unconfirmed() : word;
        };
    }

    private Covered unconfirmed() {
        boolean saidOfPlan = choice.rows().stream()
                .anyMatch(row -> EligibilityStatus.isActive(row) || EligibilityStatus.isInactive(row));
        return saidOfPlan ? Covered.AMBIGUOUS : Covered.UNKNOWN;
    }

    private boolean anyActive() {
        return rows().stream().anyMatch(EligibilityStatus::isActive);
    }

    private static Covered word(List<Benefit> rows) {
        boolean yes = rows.stream().anyMatch(row -> !isRefused(row));
        boolean no = rows.stream().anyMatch(Coverage::isRefused);
        if (yes && no) {
            return Covered.AMBIGUOUS;
        }
        if (no) {
            return Covered.NO;
        }
        return yes ? Covered.YES : Covered.UNKNOWN;
    }

    /** The closest rows that say yes or no; where none does, those from which a yes follows. */
    private List<Benefit> rows() {
        for (var service : Services.OF_THERAPY) {
            var told = choice.inNetwork(service, row -> EligibilityStatus.isActive(row) || isRefused(row));
            if (!told.isEmpty()) {
                return told;
            }
            var implied = choice.inNetwork(service, row -> IMPLY.contains(row.kind()));
            if (!implied.isEmpty()) {
                return implied;
            }
        }
        return List.of();
    }

    private List<Benefit> ofTherapy() {
        return choice.rows(Services.AND_OF_PLAN);
    }

    private static boolean isRefused(Benefit row) {
        return NOT_COVERED.contains(row.kind()) || EligibilityStatus.isInactive(row);
    }
}
