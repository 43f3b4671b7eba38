package org.circlekeeper.finance.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.circlekeeper.finance.Estimate;
import org.circlekeeper.finance.EstimateWatch;
import org.circlekeeper.finance.OpenEstimates;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.terms.DiagnosisCode;
import org.jspecify.annotations.Nullable;

/**
 * One estimate, as it is printed, with what became of it.
 *
 * @param watched what was charged since; null of one that is not given, or that a later one has replaced
 */
public record EstimatePage(Estimate estimate, OpenEstimates.@Nullable Watched watched, Filled form, Practice practice) {

    /** One line of what stands in it. */
    public record Fact(String name, String value) {}

    public String path() {
        return "/patients/" + estimate.patient() + "/estimates/" + estimate.id();
    }

    public String money() {
        return "/patients/" + estimate.patient() + "/money";
    }

    /** What the rule asks for (45 CFR 149.610(c)(1)), in its order. */
    public List<Fact> facts() {
        var contents = estimate.contents();
        var provider = contents.provider();
        var sessions = contents.sessions();
        return List.of(
                new Fact("For", contents.member() + ", born " + Words.birthDay(contents.birthDate())),
                new Fact("Service", contents.what()),
                new Fact("When", sessions.inWords()),
                new Fact("Service code", contents.code().value()),
                new Fact(
                        "Diagnosis codes",
                        contents.diagnoses().isEmpty()
                                ? "none yet"
                                : Words.list(contents.diagnoses().stream()
                                        .map(DiagnosisCode::value)
                                        .toList())),
                new Fact("Expected charge of a session", sessions.fee().toString()),
                new Fact("Number of sessions", String.valueOf(sessions.count())),
                new Fact("Total expected charge", sessions.total().toString()),
                new Fact("Led by", provider.name() + ", NPI " + provider.npi()),
                new Fact("Practice and place", provider.place() + "; tax id " + provider.taxId()),
                new Fact("Phone", practice.phone().toString()),
                new Fact("Written on", Words.day(madeOn())));
    }

    private LocalDate madeOn() {
        return LocalDate.ofInstant(estimate.madeAt(), practice.zone());
    }

    public List<String> notices() {
        return estimate.contents().notices();
    }

    public Tone tone() {
        return estimate.isGiven() ? Tone.GOOD : Tone.WAIT;
    }

    public String word() {
        return estimate.givenOn().map(day -> "Given " + Words.day(day)).orElse("Not given yet");
    }

    /** Why it was written, and by when it had to be given. */
    public String because() {
        var due = estimate.dueBy();
        var by = due == null ? "" : ", to be given by " + Words.day(due);
        return estimate.reason().onScreen() + by + ". Written by " + estimate.madeBy() + ".";
    }

    /** As in {@code Tue 24 Nov 2026: Handed over on paper, to the member, by Rosa Diaz}. */
    public List<String> givings() {
        return estimate.givings().stream()
                .map(one -> Words.day(one.on()) + ": " + one.way().onScreen() + ", to " + one.to() + ", by " + one.by())
                .toList();
    }

    public Tone watchTone() {
        return watched == null || watched.watch() == EstimateWatch.WITHIN
                ? Tone.GOOD
                : watched.watch() == EstimateWatch.OVER ? Tone.BAD : Tone.WAIT;
    }

    /** How far it has come; empty when nothing is measured by it. */
    public String charged() {
        return watched == null
                ? ""
                : watched.charged() + " of " + estimate.contents().sessions().total()
                        + ", counted from visits at the fee of their day.";
    }

    public String watchWord() {
        return watched == null || watched.watch() == EstimateWatch.WITHIN ? "Within" : watched.over() + " over";
    }

    public String watchSentence() {
        return watched == null ? "" : watched.watch().sentence();
    }

    public List<Choice> ways() {
        return Arrays.stream(Estimate.Way.values())
                .map(way -> new Choice(way.name(), way.onScreen()))
                .toList();
    }
}
