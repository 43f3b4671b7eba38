package org.circlekeeper.patients;

import java.util.regex.Pattern;

/**
 * To whom one message goes and by which way besides the inbox kept here. The only place that builds an address to write
 * to: where a patient asked to be written to beats every other address (I7), and where anything is missing there is no
 * way outside.
 */
public record Recipient(PatientId patient, Outside outside) {

    /** One address, plainly: no list, no name beside it, no blank, nothing that ends a header. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}.-]{1,250}\\.\\p{L}{2,63}");

    /** The way outside. */
    public sealed interface Outside {

        /** They are told by e-mail that there is a message. */
        record Email(String address, boolean confidential) implements Outside {}

        /** Nothing goes outside, and why. */
        record None(String why) implements Outside {}
    }

    /** Decides by what is known of the patient. Pure. */
    static Recipient of(Patient patient, Reach reach) {
        return new Recipient(patient.id(), outside(patient, reach));
    }

    /** The address that would be written to if they agreed; empty when there is none. */
    static String candidate(Patient patient, Reach reach) {
        var confidential = reach.confidential();
        return confidential == null ? patient.email() : confidential.email();
    }

    private static Outside outside(Patient patient, Reach reach) {
        var confidential = reach.confidential();
        var address = candidate(patient, reach);
        var word = reach.word();
        if (confidential != null && confidential.means() == Reach.Means.INBOX) {
            return new Outside.None(
                    confidential.read()
                            ? "They asked to be written to nowhere else."
                            : "They ask to be reached in another way, and nobody has read yet in which.");
        }
        if (address.isEmpty()) {
            return new Outside.None("No e-mail address is known.");
        }
        if (!isPlain(address)) {
            return new Outside.None("The e-mail address on record is not one that can be written to.");
        }
        if (word == null) {
            return new Outside.None("Nobody has asked them yet whether e-mail is fine.");
        }
        if (!word.agrees()) {
            return new Outside.None("They do not want e-mail.");
        }
        if (!word.email().equalsIgnoreCase(address)) {
            return new Outside.None("The address is another one than they agreed to. Ask them again.");
        }
        if (reach.returned().stream().anyMatch(address::equalsIgnoreCase)) {
            return new Outside.None("Mail to their address came back.");
        }
        return new Outside.Email(address, confidential != null);
    }

    public static boolean isPlain(String address) {
        return PLAIN.matcher(address).matches() && !address.contains("..");
    }
}
