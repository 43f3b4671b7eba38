package org.circlekeeper.finance.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.circlekeeper.finance.CoverageGap;
import org.circlekeeper.finance.Outcome;
import org.circlekeeper.finance.Standing;
import org.circlekeeper.finance.Talk;
import org.circlekeeper.finance.TalkCheck;
import org.circlekeeper.finance.TalkGuide;
import org.circlekeeper.finance.TalkWay;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;

/**
 * What visits cost one member: what is missing, what to say, and what was said.
 *
 * @param rows the gaps that stand
 * @param talks all, the latest first
 * @param fee what a session of theirs costs; empty while nothing is set
 * @param leaders who lead groups here
 * @param lost what was typed about a gap that is gone; blank otherwise
 */
public record MoneyPage(
        PatientId id,
        String name,
        List<Row> rows,
        List<Talk> talks,
        String fee,
        Filled lost,
        List<Choice> leaders,
        EstimatesPart estimates,
        ZoneId zone) {

    /** A gap with the talk about it, and the form for another. */
    public record Row(int number, Standing standing, Filled form) {}

    static final List<Choice> WAYS = Arrays.stream(TalkWay.values())
            .map(way -> new Choice(way.name(), way.onScreen()))
            .toList();

    public String path() {
        return "/patients/" + id + "/money";
    }

    public TalkGuide guide(Standing standing) {
        return TalkGuide.of(standing.gap().payerClass());
    }

    /** What to say about this gap, by the payer's class and by those of others in force that have a word on it. */
    public List<TalkGuide.Line> lines(Standing standing) {
        var gap = standing.gap();
        return Stream.concat(
                        guide(standing).about(gap.kind()).stream(),
                        gap.around().beside().stream()
                                .filter(other -> other.payerClass() != gap.payerClass())
                                .flatMap(other -> TalkGuide.of(other.payerClass()).lines().stream())
                                .filter(line -> line.isOf(gap.kind())))
                .distinct()
                .toList();
    }

    /** Every outcome stands in the list: what is refused is refused with its sentence. */
    public List<Choice> outcomes() {
        return Arrays.stream(Outcome.values())
                .map(outcome -> new Choice(outcome.name(), outcome.onScreen()))
                .toList();
    }

    /** What is not open to them, and why. */
    public List<String> refused(Standing standing) {
        return Arrays.stream(Outcome.values())
                .flatMap(outcome -> TalkCheck.closed(standing.gap(), outcome).stream()
                        .map(why -> outcome.onScreen() + ": " + why.sentence() + " ("
                                + why.rule().source() + ", "
                                + verified(why.rule().verified() != null) + ")"))
                .toList();
    }

    /** Whether it may come to a contract that leaves the program out, so that who opted out is asked. */
    public boolean asksWhoOptedOut(Standing standing) {
        return guide(standing)
                .rule(Outcome.PRIVATE_CONTRACT, standing.gap().kind())
                .optOut();
    }

    /** Whether the payers that pay first have to be put in order on the member's page. */
    public boolean isToOrder(Standing standing) {
        return standing.gap().kind() == CoverageGap.Kind.OTHER_INSURANCE;
    }

    public String source(TalkGuide.Line line) {
        return line.source() + ", since " + Words.day(line.from()) + ", " + verified(line.verified() != null);
    }

    private static String verified(boolean looked) {
        return looked ? "looked up" : "not looked up yet: read it before you rely on it";
    }

    public Tone tone(Standing standing) {
        return standing.isSettled() ? Tone.GOOD : standing.isDue() ? Tone.BAD : Tone.WAIT;
    }

    public String word(Standing standing) {
        return standing.isSettled() ? "Talked about" : standing.isDue() ? "To talk about" : "Open";
    }

    public List<Choice> ways() {
        return WAYS;
    }

    /** As in {@code Mon 23 Nov 2026, by phone: Rosa Diaz with the member}. */
    public String heading(Talk talk) {
        var said = talk.said();
        return Words.day(said.on()) + ", " + said.how().onScreen().toLowerCase(Locale.US) + ": " + said.by() + " with "
                + said.with();
    }

    public String came(Talk talk) {
        var amount = talk.said().amount();
        return talk.said().outcome().onScreen() + (amount == null ? "." : ", " + amount + " a session.");
    }

    /** Who opted out, and since when; empty where nobody had to. */
    public String optOut(Talk talk) {
        var optOut = talk.said().optOut();
        return optOut == null
                ? ""
                : leaders.stream()
                                .filter(one ->
                                        one.value().equals(optOut.leader().toString()))
                                .map(Choice::label)
                                .findFirst()
                                .orElse("Somebody who leads no more")
                        + " opted out on " + Words.day(optOut.since()) + ".";
    }

    public String recorded(Talk talk) {
        return "Written down by " + talk.recordedBy() + ", " + Words.moment(talk.recordedAt(), zone) + ". It stood so: "
                + talk.about().because() + " Payer: "
                + talk.about().payerClass().onScreen() + ".";
    }
}
