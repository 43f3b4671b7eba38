package org.circlekeeper.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;

/** The fields in which somebody writes down what was said: the same wherever a contact is logged. */
public final class ContactForm {

    public static final List<Choice> CHANNELS = Arrays.stream(Contact.Channel.values())
            .filter(channel -> channel != Contact.Channel.FORM)
            .map(channel -> new Choice(channel.name(), channel.onScreen()))
            .toList();

    public static final List<Choice> OUTCOMES = Arrays.stream(Contact.Outcome.values())
            .map(outcome -> new Choice(outcome.name(), outcome.onScreen()))
            .toList();

    private static final int LONGEST = 500;

    private ContactForm() {}

    /** A form nobody has filled in yet. */
    public static Filled blank(String name) {
        return Filled.blank(name).with("channel", Contact.Channel.PHONE.name());
    }

    /** Reads the fields; empty when one is refused, which then says why. */
    public static Optional<Contact> read(Filled form, Instant now, LocalDate today, String by) {
        var channel = form.read("channel", "Choose how you reached out.", Contact.Channel::valueOf);
        var outcome = form.read("outcome", "Choose what came of it.", Contact.Outcome::valueOf);
        var day = form.dayIfAny("nextDay", "Choose a day, or leave it empty.");
        day.filter(next -> next.isBefore(today)).ifPresent(_ -> form.refuse("nextDay", "Choose today or a later day."));
        for (var field : List.of("said", "nextStep")) {
            if (form.value(field).length() > LONGEST) {
                form.refuse(field, "Shorten it: " + LONGEST + " characters are the most.");
            }
        }
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new Contact(
                        now,
                        channel.orElseThrow(),
                        outcome.orElseThrow(),
                        form.value("said"),
                        form.value("nextStep"),
                        day.orElse(null),
                        by));
    }
}
