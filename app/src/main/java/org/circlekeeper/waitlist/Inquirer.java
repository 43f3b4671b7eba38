package org.circlekeeper.waitlist;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import org.circlekeeper.patients.Patient;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of themselves when they asked for a seat.
 *
 * @param birthDate null until they say it; a seat needs it
 * @param language a BCP 47 tag, empty when nobody asked
 * @param level as the kind of group calls its levels, empty when nobody asked
 */
public record Inquirer(
        String firstName,
        String lastName,
        String phone,
        String email,
        @Nullable LocalDate birthDate,
        String language,
        String level,
        Times times,
        String note) {

    /** Somebody who is a patient already. */
    public static Inquirer of(Patient patient, String language, String level, Times times, String note) {
        var phone = patient.phone();
        return new Inquirer(
                patient.name().first(),
                patient.name().last(),
                phone == null ? "" : phone.toString(),
                patient.email(),
                patient.birthDate(),
                language,
                level,
                times,
                note);
    }

    public String name() {
        return (firstName + " " + lastName).strip();
    }

    /** Whether they are called the same, however the letters, marks and blanks of the name were typed. */
    boolean isCalledLike(Inquirer other) {
        return plainName().equals(other.plainName());
    }

    private String plainName() {
        return Normalizer.normalize(name(), Normalizer.Form.NFKD)
                .replaceAll("\\p{InCombiningDiacriticalMarks}+", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** As a card and the assistant say it: {@code Lena K.} */
    public String shortName() {
        if (firstName.isBlank() || lastName.isBlank()) {
            return name();
        }
        return firstName + " " + lastName.substring(0, lastName.offsetByCodePoints(0, 1)) + ".";
    }

    /** What they are called by. */
    public String calledBy() {
        return firstName.isBlank() ? lastName : firstName;
    }

    public @Nullable Integer ageOn(LocalDate day) {
        return birthDate == null ? null : Period.between(birthDate, day).getYears();
    }

    /** {@code 25–34}, as a card shows it. */
    public String ageBand(LocalDate day) {
        var age = ageOn(day);
        if (age == null) {
            return "age not known";
        }
        if (age < 18) {
            return "under 18";
        }
        int from = age < 25 ? 18 : (age - 5) / 10 * 10 + 5;
        return age >= 65 ? "65 and over" : from + "–" + (age < 25 ? 24 : from + 9);
    }

    Inquirer bornOn(LocalDate day) {
        return new Inquirer(firstName, lastName, phone, email, day, language, level, times, note);
    }
}
