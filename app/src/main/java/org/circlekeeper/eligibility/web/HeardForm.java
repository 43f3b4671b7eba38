package org.circlekeeper.eligibility.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.eligibility.Benefits;
import org.circlekeeper.eligibility.Eligibility;
import org.circlekeeper.eligibility.How;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.terms.Money;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityStatus;

/** Reads what a person heard of a payer: once about the call or the page, and once for each member it was about. */
final class HeardForm {

    static final List<Choice> HOWS = List.of(
            new Choice(How.PHONE.name(), "By phone"),
            new Choice(How.PORTAL.name(), "In the payer's portal"),
            new Choice(How.IN_PERSON.name(), "In person"));
    static final List<Choice> STATUSES = List.of(
            new Choice(EligibilityStatus.ACTIVE.name(), "Active"),
            new Choice(EligibilityStatus.INACTIVE.name(), "Not active"),
            new Choice(EligibilityStatus.UNKNOWN.name(), "They could not say"));
    static final List<Choice> COVERED = List.of(
            new Choice(Covered.YES.name(), "Covered"),
            new Choice(Covered.NO.name(), "Not covered"),
            new Choice(Covered.UNKNOWN.name(), "They could not say"));
    static final List<Choice> NEEDS = List.of(
            new Choice(AuthorizationNeed.NO.name(), "Not needed"),
            new Choice(AuthorizationNeed.YES.name(), "Needed beforehand"),
            new Choice(AuthorizationNeed.UNKNOWN.name(), "They could not say"));

    private final Filled form;
    private final String prefix;

    private HeardForm(Filled form, String prefix) {
        this.form = form;
        this.prefix = prefix;
    }

    /** How it was heard, by which number and of whom; a phone call has both. */
    record Heard(How how, LocalDate day, String reference, String answeredBy) {

        Eligibility.ByHand with(Benefits benefits) {
            return new Eligibility.ByHand(how, day, reference, answeredBy, benefits);
        }
    }

    static Optional<Heard> heard(Filled form, LocalDate today) {
        var how = form.read("how", "Choose how you heard it.", How::valueOf).filter(How::byHand);
        var day = form.day("day", "Choose the day on which you heard it.");
        day.filter(on -> on.isAfter(today) || on.isBefore(today.minusDays(60)))
                .ifPresent(_ -> form.refuse("day", "Choose a day of the last sixty, today at the latest."));
        if (how.isEmpty()) {
            form.refuse("how", "Choose how you heard it.");
        } else if (how.get() == How.PHONE) {
            form.text("reference", "Write the reference number of the call; ask for it before you hang up.");
            form.text("by", "Write who answered there, by name.");
        }
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(
                        new Heard(how.orElseThrow(), day.orElseThrow(), form.value("reference"), form.value("by")));
    }

    /** What was heard about one member; the fields begin with the prefix. Empty when something is wrong with them. */
    static Optional<Benefits> benefits(Filled form, String prefix) {
        return new HeardForm(form, prefix).benefits();
    }

    private Optional<Benefits> benefits() {
        var status = form.read(name("status"), "Choose whether the plan is active.", EligibilityStatus::valueOf);
        var covered = form.read(name("covered"), "Choose whether 90853 is covered.", Covered::valueOf);
        var copay = form.readIfAny(name("copay"), "Write dollars, as in 25 or 25.50.", HeardForm::dollars);
        var share = form.readIfAny(name("share"), "Write a percentage from 0 to 100.", HeardForm::percent);
        var deductible = form.readIfAny(name("deductible"), "Write dollars, as in 500.", HeardForm::dollars);
        var total = form.readIfAny(name("total"), "Write a whole number of visits.", Filled.whole(0, 999));
        var left = form.readIfAny(name("left"), "Write a whole number of visits.", Filled.whole(0, 999));
        var need = form.read(name("need"), "Choose whether an authorization is needed.", AuthorizationNeed::valueOf);
        var ends = form.dayIfAny(name("ends"), "Choose the last day of the plan, or leave it empty.");
        var resets = form.dayIfAny(name("resets"), "Choose the day on which the plan counts anew, or leave it empty.");
        boolean yesWithoutPlan = covered.filter(word -> word == Covered.YES).isPresent()
                && status.filter(word -> word != EligibilityStatus.ACTIVE).isPresent();
        if (yesWithoutPlan) {
            form.refuse(name("covered"), "Without an active plan nothing is covered. Choose one of the others.");
        }
        if (total.isPresent() && left.isPresent() && left.get() > total.get()) {
            form.refuse(name("left"), "More are left than the plan pays for. Check both numbers.");
        }
        if (form.isWrong()) {
            return Optional.empty();
        }
        var elsewhere = form.value(name("elsewhere"));
        return Optional.of(new Benefits(
                status.orElseThrow(),
                covered.orElseThrow(),
                copay.orElse(null),
                share.orElse(null),
                deductible.orElse(null),
                total.orElse(null),
                left.orElse(null),
                need.orElseThrow(),
                "",
                elsewhere.isEmpty() ? null : new Benefits.CarveOut(elsewhere, ""),
                null,
                ends.orElse(null),
                resets.orElse(null),
                ""));
    }

    private String name(String field) {
        return prefix + field;
    }

    private static Money dollars(String text) {
        var money = Money.dollars(text.replaceFirst("^\\$", ""));
        if (money.cents() < 0 || money.cents() > 10_000_000) {
            throw new IllegalArgumentException("Not an amount of a benefit");
        }
        return money;
    }

    private static BigDecimal percent(String text) {
        var percent = new BigDecimal(text.replaceFirst("%$", "").strip());
        boolean fits = percent.signum() >= 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0 && percent.scale() <= 3;
        if (!fits) {
            throw new IllegalArgumentException("Not a percentage");
        }
        return percent;
    }
}
