package org.circlekeeper.waitlist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Finding;

/**
 * Decides whether those who come together may have seats together: each must be fit and ready, and there must be a
 * chair for each, or one for all of them where a family has a seat together. Pure.
 */
final class Together {

    private static final String OURS = "this practice";
    private static final String OF_THEM = "Somebody who comes with them: ";

    private Together() {}

    /** How many chairs they need there. */
    static int chairs(Candidate candidate, Place place) {
        return place.families() ? 1 : 1 + candidate.family().with().size();
    }

    /** What speaks against it beside what speaks against each alone; {@code free} chairs are there from that day on. */
    static List<Finding> assess(Candidate candidate, Place place, int free, Instant now) {
        if (candidate.family().head() != null) {
            return List.of(finding(
                    "comes-with-another",
                    candidate,
                    "They come with somebody else who waits.",
                    "Offer the seats on the page of whom they come with, or let them come alone.",
                    now));
        }
        var findings = new ArrayList<Finding>();
        candidate.family().with().forEach(one -> findings.addAll(of(one, place, now)));
        if (candidate.all().stream().anyMatch(one -> isKeptApart(one, candidate.all()))) {
            findings.add(finding(
                    "do-not-group-with",
                    candidate,
                    "Two of those who come together are kept apart.",
                    "Let them come alone, and look for two groups.",
                    now));
        }
        int chairs = chairs(candidate, place);
        if (chairs > 1 && chairs > free) {
            findings.add(finding(
                    "seats-for-all",
                    candidate,
                    "They come together and need " + chairs + " seats; "
                            + place.group().name() + " has " + free + " free from " + Words.shortDay(place.from())
                            + " on.",
                    "Wait until so many are free at once, or let them come alone.",
                    now));
        }
        return findings;
    }

    private static boolean isKeptApart(Candidate one, List<Candidate> others) {
        return others.stream()
                .map(other -> other.entry().patient())
                .anyMatch(patient -> patient != null
                        && !patient.equals(one.entry().patient())
                        && one.apart().stream()
                                .anyMatch(pair -> pair.one().equals(patient)
                                        || pair.other().equals(patient)));
    }

    private static List<Finding> of(Candidate one, Place place, Instant now) {
        var status = one.entry().status();
        if (status != WaitStatus.WAITING) {
            return List.of(finding(
                    "others-not-ready",
                    one,
                    OF_THEM + "not ready for a seat, “" + status.onScreen() + "”.",
                    "Let a therapist decide about each of them, or let them come alone.",
                    now));
        }
        return Fit.assess(one, place, now).stream()
                .filter(found -> !found.code().equals("enrolment-closed"))
                .map(Together::ofThem)
                .toList();
    }

    private static Finding ofThem(Finding found) {
        return new Finding(
                found.code(),
                found.weight(),
                new Because(
                        OF_THEM + found.because().sentence(), found.because().evidence()),
                found.remedy(),
                found.source());
    }

    private static Finding finding(String code, Candidate about, String sentence, String remedy, Instant now) {
        return new Finding(
                code,
                Finding.Weight.ALWAYS_HOLDS,
                Because.of(
                        sentence,
                        new Evidence("The entry on the waitlist.", about.entry().href(), now)),
                remedy,
                OURS);
    }
}
