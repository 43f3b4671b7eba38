package org.circlekeeper.patients.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.jspecify.annotations.Nullable;

/** What a form asks about a member, read field by field. */
final class PatientForm {

    /** As X12's DMG03 carries it, in words. */
    static final List<Choice> SEXES =
            List.of(new Choice("F", "Female"), new Choice("M", "Male"), new Choice("U", "Unknown, or not said"));

    private static final List<String> ADDRESS = List.of("line", "line2", "city", "state", "zip");

    private PatientForm() {}

    static Filled of(Patient patient) {
        var form = Filled.blank("member")
                .with("first", patient.name().first())
                .with("middle", patient.name().middle())
                .with("last", patient.name().last())
                .with("born", patient.birthDate())
                .with("sex", patient.sex())
                .with("email", patient.email())
                .with("phone", patient.phone())
                .with("active", patient.active() ? "yes" : "");
        var address = patient.address();
        return address == null
                ? form
                : form.with("line", address.line())
                        .with("line2", address.line2())
                        .with("city", address.city())
                        .with("state", address.state())
                        .with("zip", address.zip());
    }

    /** Reads the fields; empty when one is refused, which then says why. */
    static Optional<Patient> read(
            Filled form, PatientId id, @Nullable String externalId, boolean active, LocalDate today) {
        form.text("last", "Write at least the last name: claims carry it.");
        var born = form.day("born", "Write the birth date: claims carry it.");
        var sex = form.read("sex", "Choose what the insurance card says; “Unknown” is an answer.", PatientForm::known);
        form.readIfAny(
                "email", "Write an e-mail address, as in ana@example.org, or leave it empty.", PatientForm::email);
        var phone = form.readIfAny("phone", "Write ten digits, as in (217) 555-0142, or leave it empty.", Phone::read);
        var address = address(form);
        born.filter(day -> day.isAfter(today) || day.isBefore(today.minusYears(130)))
                .ifPresent(_ -> form.refuse("born", "Nobody alive was born on that day. Check the year."));
        if (form.isWrong()) {
            return Optional.empty();
        }
        return Optional.of(new Patient(
                id,
                externalId,
                new PersonName(form.value("first"), form.value("middle"), form.value("last")),
                born.orElseThrow(),
                sex.orElseThrow(),
                form.value("email"),
                phone.orElse(null),
                address.orElse(null),
                active));
    }

    /** All of an address, or nothing of it. */
    private static Optional<PostalAddress> address(Filled form) {
        if (ADDRESS.stream().noneMatch(form::has)) {
            return Optional.empty();
        }
        form.text("line", "Write the street, or leave the whole address empty.");
        form.text("city", "Write the city, or leave the whole address empty.");
        form.read("state", "Write the state in two letters, as in IL.", PatientForm::state);
        form.read("zip", "Write the ZIP code: five or nine digits.", PatientForm::zip);
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new PostalAddress(
                        form.value("line"),
                        form.value("line2"),
                        form.value("city"),
                        form.value("state"),
                        form.value("zip")));
    }

    private static String known(String sex) {
        return matching(sex, "[FMU]");
    }

    private static String email(String text) {
        return matching(text, "[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    }

    private static String state(String text) {
        return matching(text, "[A-Za-z]{2}");
    }

    private static String zip(String text) {
        return matching(text, "\\d{5}(-?\\d{4})?");
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("Not of the shape " + pattern);
        }
        return text;
    }
}
