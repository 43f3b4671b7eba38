package org.circlekeeper.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import org.circlekeeper.coverage.Asking.Answer;
import org.circlekeeper.coverage.AuthorizationRequest.Decided;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.x12.review.Decision;
import org.circlekeeper.x12.review.Review;

/** What a payer's 278 means for a request. Pure: nothing that it does not say is filled in. */
sealed interface ReviewAnswer {

    /** It answers. */
    record Says(Answer answer) implements ReviewAnswer {}

    /** The payer has not looked at it: it is to be asked again. */
    record CameBack(String why) implements ReviewAnswer {}

    /** It wants to be called before it decides: the sentence says so. */
    record WantsCall(Answer answer, String sentence) implements ReviewAnswer {}

    /** A person reads it: the sentence says why. */
    record Unclear(String sentence) implements ReviewAnswer {}

    /** @param today the day on which it came: a 278 has no day of its notice */
    static ReviewAnswer of(Review review, AuthorizationRequest request, DecisionClock clock, LocalDate today) {
        var decision = review.decision();
        if (decision == null) {
            return new Unclear("The answer says nothing that is decided.");
        }
        return switch (decision) {
            case CERTIFIED, MODIFIED, PARTIAL -> certified(decision, review, request, clock, today);
            case DENIED -> without(AskingStatus.DENIED, reasons(review), review, clock, today);
            case PENDED -> without(AskingStatus.PENDED, "the payer has not decided yet", review, clock, today);
            case CONTACT_PAYER ->
                new WantsCall(
                        new Answer.Without(
                                AskingStatus.PENDED,
                                decided("the payer wants to be called", review, clock, today, false)),
                        "The payer wants to be called, perhaps because another company decides. Call and ask.");
            case NOT_REQUIRED -> without(AskingStatus.NOT_NEEDED, "the payer wants none", review, clock, today);
            case REJECTED -> new CameBack(rejections(review));
            case CANCELLED -> new Unclear("The payer says that the request was cancelled.");
        };
    }

    private static ReviewAnswer certified(
            Decision decision, Review review, AuthorizationRequest request, DecisionClock clock, LocalDate today) {
        var wanted = request.wanted();
        var units = review.units();
        var from = review.from();
        var to = review.to();
        if (review.number().isEmpty()) {
            return new Unclear("The payer certifies without a number. Call and ask for it: claims carry it.");
        }
        if (units == null && decision != Decision.CERTIFIED) {
            return new Unclear("The payer certifies something else and does not say how many visits. Call and ask.");
        }
        int visits;
        try {
            visits = units == null ? wanted.units() : units.intValueExact();
        } catch (ArithmeticException broken) {
            return new Unclear("The payer certifies " + units + " visits. Call and ask.");
        }
        var first = from == null ? wanted.days().first() : from;
        var last = to == null ? wanted.days().last() : to;
        if (visits < 1 || visits > 999 || last == null || last.isBefore(first)) {
            return new Unclear("The visits or days that the payer certifies make no sense. Call and ask.");
        }
        var days = new DateRange(first, last);
        boolean asAsked = visits == wanted.units() && days.equals(wanted.days());
        var status = switch (decision) {
            case PARTIAL -> AskingStatus.PARTIAL;
            case CERTIFIED -> asAsked ? AskingStatus.APPROVED : AskingStatus.MODIFIED;
            default -> AskingStatus.MODIFIED;
        };
        return new Says(new Answer.Certified(
                status,
                new Authorization.Terms(review.number(), wanted.code(), visits, days, null),
                decided(status == AskingStatus.APPROVED ? "" : reasons(review), review, clock, today, !asAsked)));
    }

    private static ReviewAnswer without(
            AskingStatus status, String reason, Review review, DecisionClock clock, LocalDate today) {
        return new Says(
                new Answer.Without(status, decided(reason, review, clock, today, status == AskingStatus.DENIED)));
    }

    private static Decided decided(
            String reason, Review review, DecisionClock clock, LocalDate today, boolean appealable) {
        var by = appealable ? clock.appealBy(today).orElse(null) : null;
        var rule = clock.appeal();
        var reference = review.number().isEmpty() ? review.payerReference() : review.number();
        return new Decided(today, reason, by, by == null || rule == null ? "" : rule.source(), reference);
    }

    private static String reasons(Review review) {
        var said = new ArrayList<String>();
        review.event().reasons().forEach(code -> said.add("reason " + code));
        review.services().forEach(service -> service.reasons().forEach(code -> said.add("reason " + code)));
        said.addAll(review.event().messages());
        review.services().forEach(service -> said.addAll(service.messages()));
        return said.isEmpty()
                ? "the payer gave no reason"
                : String.join("; ", said.stream().distinct().toList());
    }

    private static String rejections(Review review) {
        var codes = review.rejections().stream()
                .map(one -> "reason " + one.code() + " in loop " + one.level())
                .distinct()
                .toList();
        return "the payer has not looked at it: " + String.join("; ", codes);
    }
}
