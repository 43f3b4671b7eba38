package org.circlekeeper.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.x12.X12Ending;
import org.circlekeeper.x12.claimstatus.StatusInquiryReader;
import org.circlekeeper.x12.eligibility.EligibilityInquiryReader;
import org.circlekeeper.x12.review.ReviewReader;

/** A payer that is none: what it answers follows from the question and the scenario of each member alone. */
public record SandboxPayer(Scenarios scenarios, Dialect dialect) {

    /** One file that goes back; {@code ending} is what its name ends with. */
    public record Reply(String ending, byte[] bytes) {}

    /**
     * What goes back for a file: a receipt, and an answer of each kind that the file asks for. Nothing goes back for
     * receipts alone.
     */
    public List<Reply> answer(byte[] file) throws IOException {
        var question = Question.of(file);
        boolean readable = question.ending() instanceof X12Ending.Whole
                || (question.ending() instanceof X12Ending.Miscounted
                        && !question.groups().isEmpty());
        if (!readable) {
            return List.of(new Reply("ta1", Receipts.refused(question, dialect)));
        }
        if (question.groups().isEmpty()) {
            return List.of();
        }
        List<Reply> replies = new ArrayList<>();
        replies.add(new Reply("999", Receipts.accepted(question, dialect)));
        var envelope = question.envelope(dialect);
        for (var type : question.types()) {
            switch (type) {
                case "270" ->
                    replies.add(new Reply(
                            "271", new BenefitAnswers(envelope, scenarios).write(EligibilityInquiryReader.all(file))));
                case "276" ->
                    replies.add(new Reply(
                            "277", new StatusAnswers(envelope, scenarios).write(StatusInquiryReader.all(file))));
                case "278" ->
                    replies.add(new Reply("278", new ReviewAnswers(envelope, scenarios).write(ReviewReader.all(file))));
                default -> {}
            }
        }
        return replies;
    }

    /** True when somebody in the file meets a payer that takes its time. */
    public boolean isSlow(byte[] file) throws IOException {
        for (var inquiry : EligibilityInquiryReader.all(file)) {
            if (scenarios.of(inquiry.memberId()) == Scenario.SLOW) {
                return true;
            }
        }
        for (var review : ReviewReader.all(file)) {
            if (scenarios.of(review.subscriber().name().id()) == Scenario.SLOW) {
                return true;
            }
        }
        for (var inquiry : StatusInquiryReader.all(file)) {
            if (scenarios.of(inquiry.subscriber().name().id()) == Scenario.SLOW) {
                return true;
            }
        }
        return false;
    }
}
