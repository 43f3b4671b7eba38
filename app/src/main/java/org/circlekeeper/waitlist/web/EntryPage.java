package org.circlekeeper.waitlist.web;

import java.util.List;
import org.circlekeeper.calls.ContactForm;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.Offers;
import org.circlekeeper.waitlist.WaitStatus;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of one entry shows.
 *
 * @param tel the number as a phone dials it, null when none is known
 * @param naming the groups that a therapist may name with their word
 * @param named the group of another kind that the therapist thinks of, null when none was named
 * @param kept the seat that is kept for them, null when none is
 * @param form the form that was sent and could not be read, or a blank one
 */
public record EntryPage(
        Entry entry,
        String kind,
        String waited,
        String age,
        String wanted,
        String language,
        @Nullable String tel,
        String screening,
        List<Alone> appointments,
        List<Question> questions,
        List<Decided> decisions,
        Naming naming,
        @Nullable Named named,
        Company company,
        @Nullable Kept kept,
        List<Seat> seats,
        List<OpenToAll> open,
        List<Same> same,
        List<Line> contacts,
        List<Line> history,
        List<Choice> moves,
        List<Choice> kinds,
        List<Entry> alike,
        Filled form,
        May may) {

    static final String CONTACT = "contact";

    /** What was said with them, to be written down. */
    public Filled contact() {
        return form.name().equals(CONTACT) ? form : ContactForm.blank(CONTACT);
    }

    /** Whether this seat may be offered here. */
    public boolean offers(Seat seat) {
        return may.keep() && entry.status() == WaitStatus.WAITING && !seat.never();
    }

    public Filled offer(Seat seat) {
        var name = offer(seat.group());
        return form.name().equals(name)
                ? form
                : Filled.blank(name).with("firstDay", seat.fromDay()).with("hours", Offers.USUAL.toHours());
    }

    /** The name of the form by which a seat of this group is offered. */
    static String offer(String group) {
        return "offer-" + group;
    }

    /** What this person may do with it. */
    public record May(boolean keep, boolean decide, boolean call, boolean seePatient) {}

    /**
     * An appointment in the calendar.
     *
     * @param href its page; null for whoever may not open it
     */
    public record Alone(@Nullable String href, String what, String with, String stands) {}

    /**
     * One criterion.
     *
     * @param lookedUp what the program knows of it itself, null when it must be asked
     * @param found MET, NOT_MET or UNKNOWN
     */
    public record Question(
            String id,
            String says,
            boolean excludes,
            @Nullable String lookedUp,
            String found,
            String words,
            String by) {}

    /**
     * Which groups a therapist may name.
     *
     * @param here those of the kind, for which a fit may hold alone; none when there is but one
     * @param others every other group that goes on, with its kind
     */
    public record Naming(List<Choice> here, List<Choice> others) {}

    /** A group of another kind, as a therapist named it. */
    public record Named(String group, String type, String words) {}

    /**
     * Who comes together with them.
     *
     * @param head whom they come with, null when nobody
     * @param says how many seats that takes
     */
    public record Company(@Nullable Entry head, List<Entry> with, String says) {}

    /** What a therapist said. */
    public record Decided(String decision, String words, String by, String when) {}

    /** A seat that is kept, until when, whether they said yes, and what stands against it or is to be settled. */
    public record Kept(
            String group, String from, String until, boolean accepted, List<Finding> against, boolean needsBirthDate) {}

    /** A seat that is or becomes free, and what speaks against it. */
    public record Seat(
            String group,
            String name,
            String from,
            String fromDay,
            List<Finding> against,
            List<String> reasons,
            boolean holds,
            boolean never) {

        public Tone tone() {
            return holds ? Tone.BAD : against.isEmpty() ? Tone.GOOD : Tone.WAIT;
        }

        public String word() {
            return holds ? "not for them" : against.isEmpty() ? "suits them" : "something to ask";
        }
    }

    /** A patient who may be the same person. */
    public record Same(String id, String name) {}

    /** One line of a log. */
    public record Line(String when, String says, String by) {}
}
