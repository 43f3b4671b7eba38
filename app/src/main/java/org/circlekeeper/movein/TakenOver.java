package org.circlekeeper.movein;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.circlekeeper.movein.read.Column;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.terms.PersonName;

/**
 * What is known of a patient, with the fields that were accepted as the file has them and all others as they are here.
 */
final class TakenOver {

    private static final Set<String> NAMES =
            Set.of(Column.FIRST_NAME.label(), Column.MIDDLE_NAME.label(), Column.LAST_NAME.label());
    private static final Column[] ADDRESS = {Column.ADDRESS, Column.ADDRESS_2, Column.CITY, Column.STATE, Column.ZIP};

    private TakenOver() {}

    static Patient of(Patient here, Patient file, Collection<String> fields) {
        boolean address = Stream.of(ADDRESS).map(Column::label).anyMatch(fields::contains);
        return new Patient(
                here.id(),
                here.externalId(),
                fields.contains(Column.FULL_NAME.label()) ? file.name() : name(here.name(), file.name(), fields),
                fields.contains(Column.BIRTH_DATE.label()) ? file.birthDate() : here.birthDate(),
                fields.contains(Column.SEX.label()) ? file.sex() : here.sex(),
                fields.contains(Column.EMAIL.label()) ? file.email() : here.email(),
                fields.contains(Column.PHONE.label()) ? file.phone() : here.phone(),
                address ? file.address() : here.address(),
                fields.contains(Column.ACTIVE.label()) ? file.active() : here.active());
    }

    private static PersonName name(PersonName here, PersonName file, Collection<String> fields) {
        return fields.stream().noneMatch(NAMES::contains)
                ? here
                : new PersonName(
                        fields.contains(Column.FIRST_NAME.label()) ? file.first() : here.first(),
                        fields.contains(Column.MIDDLE_NAME.label()) ? file.middle() : here.middle(),
                        fields.contains(Column.LAST_NAME.label()) ? file.last() : here.last());
    }
}
