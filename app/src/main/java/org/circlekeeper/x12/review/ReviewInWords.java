package org.circlekeeper.x12.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request for an authorization, or the answer to it, in sentences. */
final class ReviewInWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private ReviewInWords() {}

    static List<String> of(Review review) {
        List<String> sentences = new ArrayList<>();
        var payer = review.payer().nameOrId();
        var who = review.patient().name().nameOrId();
        sentences.add(
                review.answer()
                        ? payer + " answers about " + who + ": " + decided(review.decision()) + "."
                        : review.provider().nameOrId() + " asks " + payer + " for an authorization for " + who + ".");
        if (!review.number().isEmpty()) {
            sentences.add("The authorization has the number " + review.number() + ".");
        }
        if (!review.payerReference().isEmpty()) {
            sentences.add("The payer's reference is " + review.payerReference() + ".");
        }
        visits(review, sentences);
        days(review.from(), review.to(), sentences);
        for (var reason : ReviewExplained.reasons(review)) {
            sentences.add("The payer's reason is " + reason + ".");
        }
        for (var message : ReviewExplained.messages(review)) {
            sentences.add("The payer notes: " + message + ".");
        }
        for (var rejection : review.rejections()) {
            sentences.add("It was refused in loop " + rejection.level() + " for reason " + rejection.code() + ".");
        }
        return sentences;
    }

    private static String decided(@Nullable Decision decision) {
        if (decision == null) {
            return "nothing is decided";
        }
        return switch (decision) {
            case CERTIFIED -> "all that was asked for is authorized";
            case MODIFIED -> "something other than was asked for is authorized";
            case PARTIAL -> "a part of what was asked for is authorized";
            case DENIED -> "it is not authorized";
            case PENDED -> "it is not decided yet";
            case CONTACT_PAYER -> "the payer wants to be called";
            case NOT_REQUIRED -> "no authorization is needed";
            case CANCELLED -> "it is cancelled";
            case REJECTED -> "the request was not looked at";
        };
    }

    private static void visits(Review review, List<String> sentences) {
        var units = review.units();
        var pattern = review.event().visits();
        var rate = pattern == null ? "" : pattern.words();
        if (units != null) {
            sentences.add("It is about " + units.toPlainString()
                    + (units.compareTo(BigDecimal.ONE) == 0 ? " visit" : " visits")
                    + (rate.isEmpty() ? "" : ", " + rate) + ".");
        } else if (!rate.isEmpty()) {
            sentences.add("It is about visits, " + rate + ".");
        }
    }

    private static void days(@Nullable LocalDate from, @Nullable LocalDate to, List<String> sentences) {
        if (from != null && to != null && !from.equals(to)) {
            sentences.add("It holds from " + from.format(DAY) + " through " + to.format(DAY) + ".");
        } else if (from != null) {
            sentences.add("It is about " + from.format(DAY) + ".");
        } else if (to != null) {
            sentences.add("It holds through " + to.format(DAY) + ".");
        }
    }
}
