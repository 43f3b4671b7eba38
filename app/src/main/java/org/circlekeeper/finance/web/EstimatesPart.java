package org.circlekeeper.finance.web;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.finance.Estimate;
import org.circlekeeper.finance.Owed;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;

/**
 * The estimates of one member: what is owed, what was written, and the two forms.
 *
 * @param groups those that go on
 */
public record EstimatesPart(
        PatientId id, List<Row> owed, List<Line> written, List<Choice> groups, Filled asked, Filled make) {

    static final List<Choice> CLAIMS = List.of(
            new Choice("NO", "No claim is to be filed, or there is no insurance"),
            new Choice("YES", "Their plan is to be billed"));

    public String path() {
        return "/patients/" + id;
    }

    public List<Choice> claims() {
        return CLAIMS;
    }

    /** One that is owed. */
    public record Row(Owed owed, String group, LocalDate today) {

        public Tone tone() {
            return owed.isOverdue(today) ? Tone.BAD : Tone.WAIT;
        }

        /** As in {@code Give it by Wed 25 Nov 2026}. */
        public String word() {
            return (owed.isOverdue(today) ? "It was due by " : "Give it by ") + Words.day(owed.dueBy());
        }
    }

    /** One that was written. */
    public record Line(Estimate estimate) {

        public String href() {
            return "/patients/" + estimate.patient() + "/estimates/" + estimate.id();
        }

        /** As in {@code Group therapy (Process group), $4,680.00}. */
        public String title() {
            return estimate.contents().what() + ", "
                    + estimate.contents().sessions().total();
        }

        /** With why it ends, where it ends early. */
        public String sessions() {
            var sessions = estimate.contents().sessions();
            return sessions.inWords() + (sessions.ends().isEmpty() ? "" : ". " + sessions.ends());
        }

        public Tone tone() {
            return estimate.isGiven() ? Tone.GOOD : Tone.WAIT;
        }

        public String word() {
            return estimate.givenOn().map(day -> "Given " + Words.day(day)).orElse("Not given yet");
        }
    }
}
