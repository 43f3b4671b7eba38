package org.circlekeeper.x12;

import java.io.IOException;
import java.time.LocalDate;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Whom a question is about, or on whose plan they are.
 *
 * @param birthDate null where it is not known: then the payer looks for name and member id alone
 * @param sex F, M or U; null where it is not known
 */
public record AskedPerson(
        PersonName name,
        @Nullable LocalDate birthDate,
        @Nullable String sex) {

    public AskedPerson {
        Refuse.name(name, "the person asked about");
        if (sex != null) {
            Refuse.otherThan(Subscriber.SEXES, sex, "The sex of the person asked about");
        }
    }

    /** DMG; nothing without a birth date. */
    public void demographics(SegmentWriter out) throws IOException {
        if (birthDate != null) {
            out.begin("DMG")
                    .code("D8")
                    .day(birthDate)
                    .code(sex == null ? "" : sex)
                    .end();
        }
    }
}
