package org.circlekeeper.eligibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.x12.AcknowledgmentReading;
import org.circlekeeper.x12.GroupAnswer;
import org.circlekeeper.x12.InterchangeAnswer;
import org.circlekeeper.x12.SetAnswer;
import org.circlekeeper.x12.X12Reader;
import org.circlekeeper.x12.eligibility.EligibilityInquiryReader;
import org.springframework.stereotype.Component;

/**
 * Reads receipts for files of questions: a TA1 for an interchange, a 999 for its group and sets. What is refused is no
 * longer waited for, and says so; what is accepted is answered by a 271, and changes nothing.
 */
@Component
class Receipts {

    /** AK101 of a group of questions about benefits. */
    static final String QUESTIONS = "HS";

    private static final List<QuestionStatus> WAITED_FOR = List.of(QuestionStatus.SENT, QuestionStatus.WRITTEN);

    private final RunStore runs;
    private final QuestionStore questions;
    private final Clock clock;

    Receipts(RunStore runs, QuestionStore questions, Clock clock) {
        this.runs = runs;
        this.questions = questions;
        this.clock = clock;
    }

    /** Whether one of these interchanges is a file of questions of this practice. */
    boolean isOurs(Set<String> interchanges) {
        return interchanges.stream()
                .anyMatch(one -> runs.byInterchange(padded(one)).isPresent());
    }

    /** GS06 has no zeros before it, ISA13 has nine digits. */
    private static String padded(String number) {
        return number.matches("\\d{1,9}") ? "%09d".formatted(Long.parseLong(number)) : number;
    }

    /** Settles the questions that the file refuses; returns how many. */
    int read(Content content, Actor actor) throws IOException {
        try (var in = content.open()) {
            return read(new X12Reader(in), actor);
        }
    }

    private int read(X12Reader reader, Actor actor) throws IOException {
        var refused = new Refused();
        var reading = new AcknowledgmentReading(refused);
        for (var segment = reader.next(); segment != null; segment = reader.next()) {
            if (segment.is("TA1")) {
                var answer = InterchangeAnswer.of(segment);
                if (!answer.isAccepted()) {
                    refused.whole.add(new Whole(answer.interchange(), "TA1 " + answer.note()));
                }
            } else if (segment.is("ST")) {
                reading = new AcknowledgmentReading(refused);
            } else if (segment.is("SE")) {
                reading.end();
            } else {
                reading.see(segment);
            }
        }
        int settled = 0;
        for (var whole : refused.whole) {
            settled += settle(whole.interchange(), List.of(), whole.why(), actor);
        }
        for (var part : refused.parts) {
            settled += settle(part.group(), part.sets(), "999", actor);
        }
        return settled;
    }

    private record Whole(String interchange, String why) {}

    /** @param sets ST02 of those that are refused */
    private record Part(String group, List<String> sets) {}

    private static final class Refused implements AcknowledgmentReading.Receiver {

        private final List<Whole> whole = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private List<String> sets = new ArrayList<>();

        @Override
        public void set(SetAnswer set) {
            if (!set.isAccepted()) {
                sets.add(set.controlNumber());
            }
        }

        @Override
        public void group(GroupAnswer group) {
            if (group.kind().equals(QUESTIONS)) {
                if (group.answer().equals("R")) {
                    whole.add(new Whole(group.controlNumber(), "999 " + String.join(" ", group.codes())));
                } else if (!sets.isEmpty()) {
                    parts.add(new Part(group.controlNumber(), sets));
                }
            }
            sets = new ArrayList<>();
        }
    }

    /** @param sets of the file, all of them when there are none */
    private int settle(String interchange, List<String> sets, String why, Actor actor) {
        var file = runs.byInterchange(padded(interchange));
        if (file.isEmpty()) {
            return 0;
        }
        var ids = sets.isEmpty() ? all(file.get().id()) : of(file.get().id(), sets);
        var sentence = "The clearinghouse did not accept the question (" + why.strip()
                + "). What it refuses stands in its receipt: tell whoever runs Circlekeeper for you.";
        return WAITED_FOR.stream()
                .mapToInt(from ->
                        questions.move(ids, from, QuestionStatus.REJECTED, sentence, actor.label(), clock.instant()))
                .sum();
    }

    private List<UUID> all(UUID file) {
        return questions.ofFile(file).stream()
                .map(asked -> asked.question().id())
                .toList();
    }

    /** The sets of a file are numbered from 1 in its order, a question each, which its trace tells. */
    private List<UUID> of(UUID file, List<String> sets) {
        try {
            var inquiries = EligibilityInquiryReader.all(runs.content(file));
            var numbers = new ArrayList<Long>();
            for (var set : sets) {
                int place = set.matches("\\d{1,9}") ? Integer.parseInt(set) : 0;
                if (place >= 1 && place <= inquiries.size()) {
                    var trace = inquiries.get(place - 1).trace();
                    if (trace != null) {
                        Question.numberIn(trace.element(2)).ifPresent(numbers::add);
                    }
                }
            }
            return questions.numbered(numbers).stream()
                    .map(asked -> asked.question().id())
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
