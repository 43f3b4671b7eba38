package org.circlekeeper.coverage.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.coverage.Asking.Answer;
import org.circlekeeper.coverage.AskingStatus;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.AuthorizationRequest;
import org.circlekeeper.coverage.AuthorizationRequest.Decided;
import org.circlekeeper.coverage.DecisionClock;
import org.circlekeeper.frame.Filled;

/** Reads what a person typed of a payer's decision, and says beside each field what is missing. Pure. */
final class DecisionForm {

    private static final Set<AskingStatus> DECISIONS = Set.of(
            AskingStatus.APPROVED,
            AskingStatus.PARTIAL,
            AskingStatus.MODIFIED,
            AskingStatus.DENIED,
            AskingStatus.PENDED,
            AskingStatus.NOT_NEEDED);

    private static final String NOTICE = "the payer's notice";

    private DecisionForm() {}

    static Optional<Answer> read(Filled form, AuthorizationRequest asked, DecisionClock clock, LocalDate today) {
        var status = form.read("decision", "Choose what the payer decided.", AskingStatus::valueOf)
                .filter(DECISIONS::contains);
        if (status.isEmpty()) {
            form.refuse("decision", "Choose what the payer decided.");
        }
        var on = form.day("on", "Write the day of the payer's notice.");
        on.filter(day -> day.isAfter(today))
                .ifPresent(_ -> form.refuse("on", "That day is to come. Write the day that stands on the notice."));
        var appeal = form.dayIfAny("appeal", "Write the day as the notice has it, or leave it empty.");
        on.ifPresent(day -> appeal.filter(by -> by.isBefore(day))
                .ifPresent(_ -> form.refuse("appeal", "That is before the notice. Look at the day again.")));
        if (status.isEmpty() || on.isEmpty()) {
            return Optional.empty();
        }
        form.readIfAny("reason", "Shorten it: 500 characters are the most.", Filled.atMost(500));
        boolean lessThanAsked = status.get() == AskingStatus.PARTIAL
                || status.get() == AskingStatus.MODIFIED
                || status.get() == AskingStatus.DENIED;
        if (lessThanAsked && !form.has("reason")) {
            form.refuse("reason", "Write the payer's reason in its own words: an appeal answers it.");
        }
        var decided = decided(form, on.get(), lessThanAsked, clock);
        if (status.get().certifies()) {
            return certified(form, asked, status.get(), decided);
        }
        return form.isWrong() ? Optional.empty() : Optional.of(new Answer.Without(status.get(), decided));
    }

    private static Optional<Answer> certified(
            Filled form, AuthorizationRequest asked, AskingStatus status, Decided decided) {
        var number = form.read("number", "Write the number of the authorization: claims carry it.", Filled.atMost(50));
        var units = form.read("units", "Write how many visits it covers, from 1 to 999.", Filled.whole(1, 999));
        var days = MemberAuthorizationsController.days(form);
        if (form.isWrong()) {
            return Optional.empty();
        }
        var wanted = asked.wanted();
        var terms = new Authorization.Terms(
                number.orElseThrow(), wanted.code(), units.orElseThrow(), days.orElseThrow(), null);
        boolean asAsked = terms.units() == wanted.units() && terms.days().equals(wanted.days());
        if (status == AskingStatus.APPROVED && !asAsked) {
            form.refuse(
                    "decision",
                    "Visits or days differ from what was asked for: choose approved in part or with changes.");
            return Optional.empty();
        }
        return Optional.of(new Answer.Certified(status, terms, decided));
    }

    /** The notice's own day of appeal stands before what the rules say. */
    private static Decided decided(Filled form, LocalDate on, boolean appealable, DecisionClock clock) {
        var typed = form.dayIfAny("appeal", "");
        var byRule = appealable ? clock.appealBy(on) : Optional.<LocalDate>empty();
        var rule = clock.appeal();
        return new Decided(
                on,
                form.value("reason"),
                typed.or(() -> byRule).orElse(null),
                typed.isPresent() ? NOTICE : byRule.isPresent() && rule != null ? rule.source() : "",
                form.value("number"));
    }
}
