package org.circlekeeper.coverage;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.payers.PayerRule;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.payers.Topic;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/** How long each payer of the practice takes to decide, on a day: three questions, however many payers there are. */
@Component
public class DecisionClocks {

    private final Payers payers;
    private final PracticeRules rules;
    private final Practices practices;

    DecisionClocks(Payers payers, PracticeRules rules, Practices practices) {
        this.payers = payers;
        this.rules = rules;
        this.practices = practices;
    }

    public Map<UUID, DecisionClock> on(LocalDate day) {
        var own = rules.ownRules();
        var state = practices.current().address().state();
        return payers.all().stream()
                .collect(toMap(
                        Payer::id,
                        payer -> DecisionClock.of(
                                PayerRules.on(
                                        payer.program(),
                                        state,
                                        payer.payerId(),
                                        ProcedureCode.GROUP_PSYCHOTHERAPY,
                                        day),
                                ofPayer(own, payer.id(), day))));
    }

    /** Of one payer; nothing is known of one that is not the practice's. */
    public DecisionClock of(UUID payer, LocalDate day) {
        return on(day).getOrDefault(payer, DecisionClock.UNKNOWN);
    }

    /** The payers that pay for no group visit on that day without an authorization, and where that stands. */
    public Map<UUID, String> asking(LocalDate day) {
        var own = rules.ownRules();
        var state = practices.current().address().state();
        var asking = new HashMap<UUID, String>();
        for (var payer : payers.all()) {
            var mine = ofPayer(own, payer.id(), day).stream()
                    .filter(rule -> rule.kind() == OwnRule.Kind.AUTHORIZATION)
                    .findFirst();
            var shipped = PayerRules.on(payer.program(), state, payer.payerId(), ProcedureCode.GROUP_PSYCHOTHERAPY, day)
                    .about(Topic.AUTHORIZATION)
                    .filter(rule -> rule.value().equals("yes"));
            mine.map(OwnRule::source)
                    .or(() -> shipped.map(PayerRule::source))
                    .ifPresent(source -> asking.put(payer.id(), source));
        }
        return asking;
    }

    /** A payer's own rule before one for all payers. */
    private static List<OwnRule> ofPayer(List<OwnRule> own, UUID payer, LocalDate day) {
        return own.stream()
                .filter(rule -> rule.days().includes(day))
                .filter(rule -> rule.payer() == null || rule.payer().equals(payer))
                .sorted(Comparator.comparing(rule -> rule.payer() == null))
                .toList();
    }
}
