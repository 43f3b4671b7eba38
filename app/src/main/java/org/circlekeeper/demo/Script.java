package org.circlekeeper.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.circlekeeper.access.Role;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.TaxId;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of an invented practice before its first day. The first of its people is the owner.
 *
 * @param payers in the order in which the ten members of a group are insured, over and over
 * @param files whether its claims go out by standing order, or each batch is proposed
 */
record Script(
        String name,
        String outsideName,
        Npi npi,
        TaxId taxId,
        Phone phone,
        PostalAddress address,
        Practice.Profile profile,
        List<Part> people,
        List<Plan> payers,
        List<Place> rooms,
        List<Circle> groups,
        boolean files) {

    /** Somebody who works there; {@code npi} is theirs when they lead groups. */
    record Part(
            PersonName name, String credential, @Nullable Npi npi, Set<Role> roles, String domain) {

        String email() {
            return name.first().toLowerCase(Locale.ROOT) + "@" + domain;
        }
    }

    /**
     * A payer.
     *
     * @param most the practice's own rule: no more people in the room than this; 0 for none
     * @param share how many in ten are insured there
     * @param unheardOf leaders of whom nobody has said whether the payer knows them
     */
    record Plan(String name, String payerId, String filingCode, int most, int share, List<String> unheardOf) {}

    /** A room, and how many it seats. */
    record Place(String name, int seats) {}

    /**
     * A group that meets weekly, and who has a seat in it.
     *
     * @param leader the first name of whoever leads it
     * @param room the name of the room it meets in; empty when that is not said
     * @param away how many stay away in each week of the story
     */
    record Circle(
            String name,
            DayOfWeek weekday,
            LocalTime start,
            String leader,
            String room,
            int capacity,
            List<Integer> away,
            String members) {

        List<PersonName> names() {
            return members.lines().map(String::strip).map(Circle::name).toList();
        }

        private static PersonName name(String words) {
            int space = words.indexOf(' ');
            return new PersonName(words.substring(0, space), words.substring(space + 1));
        }
    }

    Part owner() {
        return people.getFirst();
    }

    Part called(String firstName) {
        return people.stream()
                .filter(part -> part.name().first().equals(firstName))
                .findFirst()
                .orElseThrow();
    }
}
