package org.circlekeeper.x12;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber or a dependent as a question or an answer names them.
 *
 * @param name NM1, with the member id of a subscriber
 * @param birthDate DMG02
 * @param sex DMG03; empty when not told
 * @param relationship INS02: 18 self, 01 spouse, 19 child, …; empty when not told
 */
public record NamedPerson(NamedParty name, @Nullable LocalDate birthDate, String sex, String relationship) {

    static final NamedPerson NOBODY = new NamedPerson(NamedParty.NOBODY, null, "", "");

    NamedPerson with(Segment segment) {
        return switch (segment.id()) {
            case "NM1" ->
                name.equals(NamedParty.NOBODY)
                        ? new NamedPerson(NamedParty.of(segment), birthDate, sex, relationship)
                        : this;
            case "DMG" -> new NamedPerson(name, ReadValues.day(segment.element(2)), segment.element(3), relationship);
            case "INS" -> new NamedPerson(name, birthDate, sex, segment.element(2));
            default -> this;
        };
    }

    /** By name and in order, as a program is told; null where nothing is known. */
    public SequencedMap<String, @Nullable Object> facts() {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("lastName", told(name.last()));
        facts.put("firstName", told(name.first()));
        facts.put("birthDate", birthDate == null ? null : birthDate.toString());
        facts.put("relationship", told(relationship));
        return facts;
    }

    private static @Nullable String told(String text) {
        return text.isEmpty() ? null : text;
    }
}
