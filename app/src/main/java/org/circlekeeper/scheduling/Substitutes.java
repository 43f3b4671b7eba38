package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Enrolment;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.practice.PractitionerId;

/**
 * Decides who may lead a session in somebody's place: whoever is free then and whom no payer is known to refuse. Pure.
 */
public final class Substitutes {

    private Substitutes() {}

    /**
     * What the decision is made from.
     *
     * @param payers the payers of the members whom the session expects, by name
     * @param elsewhere what those who are not free do then, by practitioner
     */
    public record Asked(
            PractitionerId away,
            LocalDate day,
            Collection<Practitioner> practitioners,
            Map<UUID, String> payers,
            List<Enrolment> enrolments,
            Map<PractitionerId, String> elsewhere) {}

    /**
     * One who might.
     *
     * @param may whether they are offered
     * @param says what speaks for them, or why they are not offered
     * @param licensed whether a license number of theirs is on file; without one a person says why they lead
     * @param unasked the payers of members of whom nobody has asked whether they know them, by name
     */
    public record Candidate(
            PractitionerId practitioner,
            String name,
            boolean may,
            String says,
            boolean licensed,
            List<String> unasked) {

        public Candidate {
            unasked = List.copyOf(unasked);
        }
    }

    /**
     * Everybody else in the practice: those who may first, those with a license number on file before the others, and
     * those whom more payers know.
     */
    public static List<Candidate> of(Asked asked) {
        return asked.practitioners().stream()
                .filter(practitioner -> !practitioner.id().equals(asked.away()))
                .map(practitioner -> weighed(practitioner, asked))
                .sorted(Comparator.comparing((Weighed one) -> !one.candidate().may())
                        .thenComparing(one -> !one.candidate().licensed())
                        .thenComparing(one -> -one.known())
                        .thenComparing(one -> one.candidate().name()))
                .map(Weighed::candidate)
                .toList();
    }

    private record Weighed(Candidate candidate, int known) {}

    private static Weighed weighed(Practitioner practitioner, Asked asked) {
        var known = new ArrayList<String>();
        var refusing = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        asked.payers().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(payer -> standing(practitioner, payer.getKey(), asked, known, refusing, unknown)
                        .add(payer.getValue()));
        var elsewhere = asked.elsewhere().get(practitioner.id());
        boolean may = elsewhere == null && refusing.isEmpty();
        var says = new ArrayList<String>();
        if (elsewhere != null) {
            says.add(elsewhere);
        }
        say(says, known, " knows them", " know them");
        say(says, refusing, " does not know them", " do not know them");
        say(says, unknown, ": nobody has asked", ": nobody has asked");
        boolean licensed = !practitioner.license().isBlank();
        says.add(!licensed ? "no license number on file" : "license " + practitioner.license());
        var candidate = new Candidate(
                practitioner.id(), practitioner.signature(), may, String.join("; ", says), licensed, unknown);
        return new Weighed(candidate, known.size());
    }

    private static List<String> standing(
            Practitioner practitioner,
            UUID payer,
            Asked asked,
            List<String> known,
            List<String> refusing,
            List<String> unknown) {
        var says = asked.enrolments().stream()
                .filter(one -> one.practitioner().equals(practitioner.id())
                        && one.payer().equals(payer))
                .filter(one -> one.days().includes(asked.day()))
                .reduce((_, later) -> later);
        return says.map(one -> one.enrolled() ? known : refusing).orElse(unknown);
    }

    private static void say(List<String> says, List<String> payers, String one, String many) {
        if (!payers.isEmpty()) {
            says.add(Words.list(payers) + (payers.size() == 1 ? one : many));
        }
    }

    /** The payers of some members, in one set. */
    static Set<UUID> together(Map<?, Set<UUID>> payers) {
        return payers.values().stream().flatMap(Set::stream).collect(toSet());
    }
}
