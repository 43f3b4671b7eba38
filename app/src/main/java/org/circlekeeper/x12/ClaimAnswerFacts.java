package org.circlekeeper.x12;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** What is told of one claim of a 277CA or 277, by name and in words. */
final class ClaimAnswerFacts {

    private ClaimAnswerFacts() {}

    static SequencedMap<String, @Nullable Object> facts(ClaimAnswer answer, ClaimOutcome outcome) {
        SequencedMap<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("claimNumber", answer.claimNumber());
        facts.put("trace", answer.trace());
        facts.put("outcome", outcome.word());
        facts.put("codes", codes(statuses(answer).toList()));
        facts.put("reasons", reasons(statuses(answer).toList()));
        facts.put("payerClaimNumber", knownOrNull(answer.payerClaimNumber()));
        facts.put("clearinghouseNumber", knownOrNull(answer.clearinghouseNumber()));
        facts.put("chargeCents", cents(statuses(answer).map(ClaimAnswer.Status::charge)));
        facts.put("paidCents", cents(statuses(answer).map(ClaimAnswer.Status::paid)));
        facts.put(
                "serviceDate",
                answer.serviceDate() == null ? null : answer.serviceDate().toString());
        facts.put(
                "texts",
                statuses(answer)
                        .map(ClaimAnswer.Status::text)
                        .filter(text -> !text.isEmpty())
                        .toList());
        return facts;
    }

    /** Category, status and entity, as they are written in the field: A7:562:85. */
    static List<String> codes(List<ClaimAnswer.Status> statuses) {
        return statuses.stream()
                .flatMap(status -> status.codes().stream())
                .map(ClaimAnswer.Code::toString)
                .toList();
    }

    /** The codes in words, each with the text that the payer wrote beside it. */
    static List<String> reasons(List<ClaimAnswer.Status> statuses) {
        return statuses.stream().map(StatusInWords::status).toList();
    }

    static String sentence(ClaimAnswer answer, ClaimOutcome outcome) {
        var sentence = new StringBuilder("Claim ")
                .append(answer.claimNumber())
                .append(": ")
                .append(outcome.word());
        if (!answer.payerClaimNumber().isEmpty()) {
            sentence.append(", the payer's number is ").append(answer.payerClaimNumber());
        }
        statuses(answer).forEach(status -> sentence.append("; ").append(StatusInWords.status(status)));
        return sentence.append('.').toString();
    }

    private static Stream<ClaimAnswer.Status> statuses(ClaimAnswer answer) {
        return Stream.concat(
                answer.statuses().stream(), answer.services().stream().flatMap(service -> service.statuses().stream()));
    }

    /** The first that is one. */
    private static @Nullable Long cents(Stream<@Nullable Money> amounts) {
        return amounts.flatMap(Stream::ofNullable).map(Money::cents).findFirst().orElse(null);
    }

    private static @Nullable String knownOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
