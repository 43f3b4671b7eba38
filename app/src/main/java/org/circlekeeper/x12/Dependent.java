package org.circlekeeper.x12;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PostalAddress;

/** A patient on somebody else's plan (loops 2000C and 2010CA); {@code relationship} is PAT01, 01 spouse, 19 child. */
public record Dependent(String relationship, PersonName name, PostalAddress address, LocalDate birthDate, String sex) {

    private static final List<String> RELATIONSHIPS = List.of("01", "19", "20", "21", "39", "40", "53", "G8");

    public Dependent {
        Refuse.otherThan(RELATIONSHIPS, relationship, "The relationship to the subscriber");
        Refuse.name(name, "the patient");
        Refuse.address(address, "the patient");
        Refuse.otherThan(Subscriber.SEXES, sex, "The sex of the patient");
    }
}
