package org.circlekeeper.finance.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.circlekeeper.finance.Outcome;
import org.circlekeeper.finance.Standing;
import org.circlekeeper.finance.Talk;
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
 * @param fee what the practice charges; empty while it has set nothing
 * @param lost what was typed about a gap that is gone; blank otherwise
 */
public record MoneyPage(
        PatientId id,
        String name,
        List<Row> rows,
        List<Talk> talks,
        String fee,
        Filled lost,
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

    /** What to say about this gap. */
    public List<TalkGuide.Line> lines(Standing standing) {
        return guide(standing).about(standing.gap().kind());
    }

    /** Every outcome stands in the list: what is refused is refused with its sentence. */
    public List<Choice> outcomes() {
        return Arrays.stream(Outcome.values())
                .map(outcome -> new Choice(outcome.name(), outcome.onScreen()))
                .toList();
    }

    /** What is not open to them, and why. */
    public List<String> refused(Standing standing) {
        var guide = guide(standing);
        return Arrays.stream(Outcome.values())
                .filter(outcome -> !guide.rule(outcome).allows(standing.gap().kind()))
                .map(outcome -> outcome.onScreen() + ": " + guide.rule(outcome).otherwise() + " ("
                        + guide.rule(outcome).source() + ", "
                        + verified(guide.rule(outcome).verified() != null) + ")")
                .toList();
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

    public String recorded(Talk talk) {
        return "Written down by " + talk.recordedBy() + ", " + Words.moment(talk.recordedAt(), zone) + ". It stood so: "
                + talk.about().because() + " Payer: "
                + talk.about().payerClass().onScreen() + ".";
    }
}
