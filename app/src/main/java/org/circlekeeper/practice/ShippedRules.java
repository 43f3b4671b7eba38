package org.circlekeeper.practice;

import java.util.List;
import org.circlekeeper.payers.PayerRule;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.payers.Program;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/** Puts the rules that ship with the program on the page of the payer they are about. */
@Component
class ShippedRules implements RuleShelf {

    private final Practices practices;

    ShippedRules(Practices practices) {
        this.practices = practices;
    }

    @Override
    public List<ShownRule> rulesFor(Payer payer) {
        var program = Program.of(payer.filingCode());
        var state = practices.current().address().state();
        return PayerRules.on(program, state, payer.payerId(), ProcedureCode.GROUP_PSYCHOTHERAPY, practices.today())
                .rules()
                .stream()
                .map(ShippedRules::shown)
                .toList();
    }

    private static ShownRule shown(PayerRule rule) {
        return new ShownRule(rule.says(), rule.classDefault(), rule.source(), PayerRule.verifiedOrNot(rule.verified()));
    }
}
