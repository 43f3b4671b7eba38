package org.circlekeeper.x12;

import java.io.IOException;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * The provider that asks a payer, as level 21 or 19 names it: a practice, or a person who works alone.
 *
 * @param person null for a practice
 */
public record Asker(String name, @Nullable PersonName person, Npi npi) {

    public Asker {
        if (person == null) {
            Refuse.text(name, "The name of the practice");
        } else {
            Refuse.name(person, "the provider");
        }
    }

    /** A practice. */
    public static Asker practice(String name, Npi npi) {
        return new Asker(name, null, npi);
    }

    /** NM1 of 1P. */
    public void write(PartySegments parties) throws IOException {
        if (person == null) {
            parties.organization("1P", name, "XX", npi.value());
        } else {
            parties.person("1P", person, "XX", npi.value());
        }
    }
}
