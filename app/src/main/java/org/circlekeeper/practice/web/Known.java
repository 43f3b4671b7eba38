package org.circlekeeper.practice.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.practice.Enrolment;
import org.circlekeeper.practice.PractitionerId;

/** Whether a payer knows a practitioner today, as far as anybody has said. */
public enum Known {
    YES(Tone.GOOD, "Known"),
    NO(Tone.BAD, "Not known: claims wait"),
    UNKNOWN(Tone.WAIT, "Not said yet");

    private final Tone tone;
    private final String word;

    Known(Tone tone, String word) {
        this.tone = tone;
        this.word = word;
    }

    public Tone tone() {
        return tone;
    }

    public String word() {
        return word;
    }

    /** What was recorded last counts. */
    static Map<String, Known> today(List<Enrolment> enrolments, LocalDate today) {
        var known = new HashMap<String, Known>();
        enrolments.stream()
                .filter(enrolment -> enrolment.days().includes(today))
                .forEach(enrolment ->
                        known.put(key(enrolment.practitioner(), enrolment.payer()), enrolment.enrolled() ? YES : NO));
        return known;
    }

    static Known of(Map<String, Known> known, PractitionerId practitioner, UUID payer) {
        return known.getOrDefault(key(practitioner, payer), UNKNOWN);
    }

    private static String key(PractitionerId practitioner, UUID payer) {
        return practitioner + " " + payer;
    }
}
