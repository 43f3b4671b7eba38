package org.circlekeeper.x12.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.circlekeeper.terms.Money;
import org.circlekeeper.x12.NamedParty;
import org.jspecify.annotations.Nullable;

/** An answer and what it says of group therapy, as names and values for programs. */
final class BenefitFacts {

    private BenefitFacts() {}

    static SequencedMap<String, @Nullable Object> of(EligibilityAnswer answer, GroupTherapyBenefit benefit) {
        var person = answer.person();
        var name = person == null ? NamedParty.NOBODY : person.name();
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("trace", told(answer.trace()));
        facts.put("role", person == null ? null : answer.dependent() == null ? "subscriber" : "dependent");
        facts.put("memberId", told(answer.memberId()));
        facts.put("lastName", told(name.last()));
        facts.put("firstName", told(name.first()));
        facts.put("birthDate", person == null ? null : text(person.birthDate()));
        facts.put("relationship", person == null ? null : told(person.relationship()));
        facts.put("group", group(answer));
        facts.put("payer", told(answer.payer().name()));
        facts.put("payerId", told(answer.payer().id()));
        facts.put("status", code(benefit.status()));
        facts.put("planBegins", text(answer.planBegins()));
        facts.put("planEnds", text(answer.planEnds()));
        facts.put(
                "rejections",
                answer.rejections().stream().map(BenefitFacts::rejection).toList());
        facts.put("mentalHealth", mentalHealth(benefit, answer.answeredOn()));
        facts.put("benefits", answer.benefits().stream().map(BenefitFacts::row).toList());
        return facts;
    }

    private static SequencedMap<String, @Nullable Object> mentalHealth(
            GroupTherapyBenefit benefit, @Nullable LocalDate day) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        var carveOut = benefit.carveOut();
        var authorization = benefit.authorization().value();
        facts.put("covered", code(benefit.covered().value()));
        facts.put("copayCents", cents(benefit.copay().value()));
        facts.put("coinsurancePercent", number(benefit.coinsurancePercent().value()));
        facts.put("deductibleLeftCents", cents(benefit.deductibleLeft().value()));
        facts.put("visitsTotal", benefit.visitsTotal().value());
        facts.put("visitsLeft", benefit.visitsLeft().value());
        facts.put("authorizationRequired", required(authorization));
        facts.put("authorization", code(authorization));
        facts.put("network", told(benefit.network()));
        facts.put("carvedOut", carveOut != null);
        facts.put("carveOutPayer", carveOut == null ? null : told(idOrName(carveOut)));
        facts.put("carveOutPayerName", carveOut == null ? null : told(carveOut.name()));
        facts.put("resetsOn", day == null ? null : text(benefit.resetsAfter(day)));
        facts.put("rows", benefit.rows().stream().map(BenefitFacts::row).toList());
        return facts;
    }

    private static SequencedMap<String, @Nullable Object> rejection(Rejection rejection) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("level", rejection.level());
        facts.put("code", rejection.code());
        facts.put("followUp", told(rejection.followUp()));
        return facts;
    }

    private static SequencedMap<String, @Nullable Object> row(Benefit row) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("code", row.kind());
        facts.put("coverageLevel", told(row.coverageLevel()));
        facts.put("serviceTypes", row.serviceTypes());
        facts.put("procedure", told(row.procedure()));
        facts.put("period", told(row.period()));
        facts.put("amountCents", cents(row.amount()));
        facts.put("percent", number(row.percent()));
        facts.put("quantityKind", told(row.quantityKind()));
        facts.put("quantity", number(row.quantity()));
        facts.put("authorization", told(row.authorization()));
        facts.put("network", told(row.network()));
        facts.put("places", row.places());
        facts.put("messages", row.messages());
        facts.put("parties", row.parties().stream().map(NamedParty::nameOrId).toList());
        facts.put("segment", row.row().text());
        return facts;
    }

    private static @Nullable Boolean required(@Nullable AuthorizationNeed need) {
        if (need == AuthorizationNeed.YES) {
            return true;
        }
        return need == AuthorizationNeed.NO ? false : null;
    }

    private static @Nullable String group(EligibilityAnswer answer) {
        var owner = answer.subscriber();
        var person = answer.person();
        if (person != null && !person.group().isEmpty()) {
            return person.group();
        }
        return owner == null ? null : told(owner.group());
    }

    private static String idOrName(NamedParty party) {
        return party.id().isEmpty() ? party.name() : party.id();
    }

    private static @Nullable Long cents(@Nullable Money money) {
        return money == null ? null : money.cents();
    }

    /** A whole number where it is one. */
    private static @Nullable Number number(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        var plain = value.stripTrailingZeros();
        return plain.scale() <= 0 ? (Number) plain.longValue() : plain;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String told(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String code(@Nullable Enum<?> word) {
        return word == null ? null : word.name().toLowerCase(Locale.ROOT);
    }
}
