package org.circlekeeper.assistant.web;

import java.time.ZoneId;
import java.util.Optional;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.TaxId;

/** The facts of the practice that every claim carries, read field by field. */
final class PracticeForm {

    private PracticeForm() {}

    static Filled of(Practice practice) {
        return Filled.blank("practice")
                .with("name", practice.name())
                .with("outside", practice.outsideName())
                .with("npi", practice.npi())
                .with("tax", practice.taxId())
                .with("taxonomy", practice.taxonomy())
                .with("phone", practice.phone())
                .with("line", practice.address().line())
                .with("line2", practice.address().line2())
                .with("city", practice.address().city())
                .with("state", practice.address().state())
                .with("zip", practice.address().zip())
                .with("zone", practice.zone())
                .with("profile", practice.profile());
    }

    /** Reads the fields; empty when one is refused, which then says why. */
    static Optional<Practice> read(Filled form, Practice now) {
        var name = form.text("name", "Write the practice's legal name: claims carry it.");
        var outside = form.text("outside", "Write a name that tells strangers nothing, as in Willow House.");
        var npi = form.read(
                "npi", "This NPI has a wrong digit. Copy the practice's own from the NPI registry.", Npi::new);
        var tax = form.read("tax", "Write the nine digits of the employer identification number.", TaxId::new);
        var taxonomy = form.read("taxonomy", "Write ten letters and digits, as in 261QM0850X.", PracticeForm::taxonomy);
        var phone = form.read("phone", "Write ten digits, as in (217) 555-0142.", Phone::read);
        var address = address(form);
        var zone = form.read("zone", "Choose the zone in which the practice meets.", PracticeForm::zone);
        var profile = form.read("profile", "Choose how many look at what goes out.", Practice.Profile::valueOf);
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new Practice(
                        now.id(),
                        name.orElseThrow(),
                        outside.orElseThrow(),
                        npi.orElseThrow(),
                        tax.orElseThrow(),
                        taxonomy.orElseThrow(),
                        phone.orElseThrow(),
                        address.orElseThrow(),
                        zone.orElseThrow(),
                        profile.orElseThrow()));
    }

    private static Optional<PostalAddress> address(Filled form) {
        form.text("line", "Write the street: claims carry it.");
        form.text("city", "Write the city.");
        form.read("state", "Write the state in two letters, as in IL.", text -> matching(text, "[A-Za-z]{2}"));
        form.read(
                "zip",
                "Write the ZIP code: nine digits, as in 62701-1234.",
                text -> matching(text, "\\d{5}(-?\\d{4})?"));
        if (form.isWrong()) {
            return Optional.empty();
        }
        var address = new PostalAddress(
                form.value("line"), form.value("line2"), form.value("city"), form.value("state"), form.value("zip"));
        if (address.isPostOfficeBox()) {
            form.refuse("line", "A claim's billing address is a street, never a box. Write where the practice is.");
        }
        if (!address.hasNineDigitZip()) {
            form.refuse("zip", "Claims want all nine digits of the ZIP. Look the last four up at the postal service.");
        }
        return Optional.of(address);
    }

    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("Not a zone");
        }
        return ZoneId.of(text);
    }

    private static String taxonomy(String text) {
        return matching(text, "[0-9A-Z]{9}X");
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("Not of the shape " + pattern);
        }
        return text;
    }
}
