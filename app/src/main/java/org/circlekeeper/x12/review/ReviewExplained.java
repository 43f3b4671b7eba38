package org.circlekeeper.x12.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.circlekeeper.x12.Segment;
import org.circlekeeper.x12.SetExplained;
import org.jspecify.annotations.Nullable;

/** Tells a 278, request or answer: what is asked for or decided, under which number, how many visits and when. */
public final class ReviewExplained implements SetExplained {

    /** What a program asks every set for; none of it is known of one that holds no review. */
    private static final List<String> OF_EACH =
            List.of("kind", "decision", "number", "reference", "units", "pattern", "period");

    private final ReviewsOfSet inSet = new ReviewsOfSet();
    private final List<Review> reviews = new ArrayList<>();

    @Override
    public void see(Segment segment) {
        tell(inSet.see(segment));
    }

    /** The first review stands by itself, as a set holds one; all of them stand in a list. */
    @Override
    public SequencedMap<String, @Nullable Object> facts() {
        tell(inSet.finish());
        var facts = new LinkedHashMap<String, @Nullable Object>();
        if (reviews.isEmpty()) {
            OF_EACH.forEach(name -> facts.put(name, null));
        } else {
            facts.putAll(facts(reviews.getFirst()));
        }
        facts.put("reviews", reviews.stream().map(ReviewExplained::facts).toList());
        return facts;
    }

    @Override
    public List<String> sentences() {
        tell(inSet.finish());
        return reviews.stream()
                .flatMap(review -> ReviewInWords.of(review).stream())
                .toList();
    }

    private void tell(@Nullable Review review) {
        if (review != null) {
            reviews.add(review);
        }
    }

    private static SequencedMap<String, @Nullable Object> facts(Review review) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        var decision = review.decision();
        var visits = review.event().visits();
        facts.put("kind", review.answer() ? "response" : "request");
        facts.put("decision", decision == null ? null : decision.code());
        facts.put("number", told(review.number()));
        facts.put("reference", told(review.payerReference()));
        facts.put("units", number(review.units()));
        facts.put("pattern", visits == null ? null : told(visits.words()));
        facts.put("period", period(review));
        facts.put("reasons", reasons(review));
        facts.put("messages", messages(review));
        facts.put(
                "rejections",
                review.rejections().stream().map(ReviewExplained::rejection).toList());
        facts.put("trace", review.traces().isEmpty() ? null : review.traces().getFirst());
        facts.put("earlierNumber", told(review.event().earlierNumber()));
        facts.put("memberId", told(review.subscriber().name().id()));
        facts.putAll(review.patient().facts());
        facts.put("payer", told(review.payer().name()));
        facts.put("payerId", told(review.payer().id()));
        facts.put(
                "services",
                review.services().stream().map(ReviewExplained::service).toList());
        return facts;
    }

    private static @Nullable SequencedMap<String, @Nullable Object> period(Review review) {
        if (review.from() == null && review.to() == null) {
            return null;
        }
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("from", text(review.from()));
        facts.put("to", text(review.to()));
        return facts;
    }

    private static SequencedMap<String, @Nullable Object> service(Reviewed service) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        var decision = service.decision();
        facts.put("procedure", told(service.procedure()));
        facts.put("decision", decision == null ? null : decision.code());
        facts.put("number", told(service.number()));
        facts.put("units", number(service.units()));
        return facts;
    }

    private static SequencedMap<String, @Nullable Object> rejection(Rejection rejection) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("level", rejection.level());
        facts.put("code", rejection.code());
        facts.put("followUp", told(rejection.followUp()));
        return facts;
    }

    static List<String> reasons(Review review) {
        var reasons = new ArrayList<>(review.event().reasons());
        review.services().forEach(service -> reasons.addAll(service.reasons()));
        return reasons.stream().distinct().toList();
    }

    static List<String> messages(Review review) {
        var messages = new ArrayList<>(review.event().messages());
        review.services().forEach(service -> messages.addAll(service.messages()));
        return messages;
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
}
