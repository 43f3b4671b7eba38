package org.circlekeeper.attendance.web;

import java.util.List;
import java.util.Locale;
import org.circlekeeper.attendance.LetIns;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.attendance.SizeLine;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Ring;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.scheduling.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of a session shows.
 *
 * @param notExpected who has a seat and is not expected, because papers are missing
 * @param reason why it does not take place
 * @param seesGroup whether the page of the group opens to whoever looks: to a substitute it does not
 * @param closed by whom and when, as a sentence; empty while it is open
 * @param form the form that was sent and could not be read, or a blank one
 */
public record SheetPage(
        SessionId session,
        Group group,
        String when,
        String leader,
        Stage stage,
        @Nullable String reason,
        List<Row> rows,
        List<LetIns.NotExpected> notExpected,
        Ring ring,
        SizeLine size,
        List<MarkButton> buttons,
        boolean mayMark,
        boolean maySign,
        boolean mayCancel,
        boolean seesGroup,
        String closed,
        List<String> summary,
        String lastMark,
        Filled form) {

    /** Where the sheet stands. */
    public enum Stage {
        TO_COME,
        OPEN,
        CLOSED,
        NOT_HELD
    }

    /**
     * One seat. {@code after} is what stands in the field for minutes, {@code announced} what they said beforehand,
     * {@code letIn} why they took part though papers are missing.
     */
    public record Row(
            PatientId patient,
            String name,
            Presence presence,
            String after,
            String minutes,
            String recorded,
            String note,
            String announced,
            String letIn) {

        public Tone tone() {
            return MarkButton.tone(presence);
        }

        public boolean isMarked() {
            return presence != Presence.UNMARKED;
        }

        public boolean asksMinutes() {
            return Minutes.asked(presence);
        }

        public String minutesField() {
            return SheetPage.minutesField(patient);
        }

        public String minutesLabel() {
            return presence == Presence.LATE ? "Came after" : "Left after";
        }

        public boolean is(MarkButton button) {
            return presence == button.presence();
        }

        /** The first letter is large at the beginning of a chip. */
        public String word() {
            var word = presence.onScreen();
            return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        }
    }

    /** Those whose minutes are asked for before the sheet is closed; nobody while it was not tried. */
    public List<Row> askedForMinutes() {
        return form.name().equals("close")
                ? rows.stream()
                        .filter(row -> form.wrong(minutesField(row.patient())) != null)
                        .toList()
                : List.of();
    }

    /** As in {@code 2 members came late or left early.} */
    public String askedWords() {
        long asked = askedForMinutes().size();
        return Words.count(asked, "member", "members") + " came late or left early. After how many minutes?";
    }

    static String minutesField(PatientId patient) {
        return "minutes-" + patient;
    }

    public long left() {
        return rows.stream().filter(row -> !row.isMarked()).count();
    }

    public long marked() {
        return rows.size() - left();
    }

    /** {@code 7 marked · 3 left}. */
    public String progress() {
        return marked() + " marked · " + left() + " left";
    }

    public long unsigned() {
        return rows.stream()
                .filter(row -> row.presence().came() && row.note().isEmpty())
                .count();
    }

    public String unsignedWords() {
        return Words.count(unsigned(), "note of this session is not signed", "notes of this session are not signed");
    }

    public List<Choice> presences() {
        return MarkButton.ALL.stream()
                .map(button -> new Choice(button.presence().name(), button.word()))
                .toList();
    }

    /** The form of this name as it was sent, else a blank one. */
    public Filled form(String name) {
        return form.name().equals(name) ? form : Filled.blank(name);
    }

    /** The form that corrects a row, filled with how the row stands. */
    public Filled correction(Row row) {
        var name = "correct-" + row.patient();
        return form.name().equals(name)
                ? form
                : Filled.blank(name).with("presence", row.presence().name()).with("minutes", row.after());
    }
}
