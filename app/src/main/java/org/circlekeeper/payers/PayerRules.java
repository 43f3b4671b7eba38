package org.circlekeeper.payers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/**
 * What one payer asks of one service on one day. What holds a claim looks past class defaults: a payer without a rule
 * of its own has none of size or authorization. A modifier holds nothing, so there the usual one will do.
 */
public record PayerRules(Program program, List<PayerRule> rules) {

    /** A claims file asks the same for every visit of a day; so many answers are kept before they are forgotten. */
    private static final int MOST_GIVEN = 4_096;

    private static final String SEEN = "95";
    private static final String HEARD = "93";

    private static final Map<Asked, PayerRules> GIVEN = new ConcurrentHashMap<>();

    private record Asked(Program program, String state, String payerId, ProcedureCode code, LocalDate day) {}

    public PayerRules {
        rules = List.copyOf(rules);
    }

    /** The rules that ship with the program, narrowest first. */
    public static PayerRules on(Program program, String state, String payerId, ProcedureCode code, LocalDate day) {
        if (GIVEN.size() >= MOST_GIVEN) {
            GIVEN.clear();
        }
        return GIVEN.computeIfAbsent(
                new Asked(program, state, payerId, code, day), _ -> on(all(), program, state, payerId, code, day));
    }

    static PayerRules on(
            List<PayerRule> book, Program program, String state, String payerId, ProcedureCode code, LocalDate day) {
        return new PayerRules(
                program,
                book.stream()
                        .filter(rule -> rule.appliesTo(program, state, payerId, code.value(), day))
                        .sorted(Comparator.comparingInt(PayerRule::narrowness).reversed())
                        .toList());
    }

    /** Every rule of every file, in the order of the files. */
    public static List<PayerRule> all() {
        return RuleFiles.SHIPPED;
    }

    /** The narrowest rule on a topic that is more than a class default. */
    public Optional<PayerRule> about(Topic topic) {
        for (var rule : rules) {
            if (rule.topic() == topic && !rule.classDefault()) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** The last day on which the payer takes the claim; null when no rule says. */
    public @Nullable LocalDate lastDayToFile(LocalDate serviceDate) {
        var days = about(Topic.TIMELY_FILING_DAYS);
        if (days.isPresent()) {
            return serviceDate.plusDays(days.get().number());
        }
        return about(Topic.TIMELY_FILING_MONTHS)
                .map(rule -> serviceDate.plusMonths(rule.number()))
                .orElse(null);
    }

    public boolean isStrict() {
        return says(Topic.STRICT);
    }

    public boolean asksForTreatmentPlan() {
        return says(Topic.TREATMENT_PLAN);
    }

    public int treatmentPlanGraceDays() {
        return about(Topic.TREATMENT_PLAN_GRACE_DAYS).map(PayerRule::number).orElse(0);
    }

    public boolean asksForAuthorization() {
        return says(Topic.AUTHORIZATION);
    }

    /**
     * What a line of these places (02 and 10 are telehealth) carries: 93 when nobody was seen (CPT appendix T), else
     * what the payer asks for, or payers of its kind, or CPT itself (appendix P).
     */
    public List<String> modifiersAt(String placeOfService, boolean heardOnly) {
        if (!placeOfService.equals("02") && !placeOfService.equals("10")) {
            return List.of();
        }
        if (heardOnly) {
            return List.of(HEARD);
        }
        var asked = about(Topic.TELEHEALTH_MODIFIER)
                .or(() -> usually(Topic.TELEHEALTH_MODIFIER))
                .map(PayerRule::value)
                .orElse(SEEN);
        return asked.equals("none") ? List.of() : List.of(asked.substring(0, 2));
    }

    /** What a payer asks, or payers of its kind usually do: the narrowest rule on a topic. */
    public Optional<PayerRule> atLeastUsually(Topic topic) {
        return about(topic).or(() -> usually(topic));
    }

    private Optional<PayerRule> usually(Topic topic) {
        return rules.stream().filter(rule -> rule.topic() == topic).findFirst();
    }

    private boolean says(Topic topic) {
        return about(topic).map(PayerRule::yes).orElse(false);
    }
}
