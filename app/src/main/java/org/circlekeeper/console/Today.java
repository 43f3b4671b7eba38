package org.circlekeeper.console;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.stereotype.Component;

/** The parts of the page Today for the practice in scope, each gathered in one question. */
@Component
public class Today {

    /** Signatures that are asked for, by the name under which the journal knows it: a leader counts their own. */
    public static final String NOTES = "ask-for-notes";

    /** Of a duty that is no more: whoever reads all that was ever done may read of it. */
    private static final Manner OF_OLD = Manner.asking(Permission.SEE_AUDIT);

    private static final int CLAIMS_AND_FILES = 3;
    private static final int PROPOSALS = 4;

    /** So far back reaches "last month": the four weeks in which a weekly group meets four times. */
    private static final int WEEKS_OF_A_MONTH = 4;

    private static final int MOST_DONE = 120;

    private final TodayStore store;
    private final Journal journal;
    private final Rounds rounds;
    private final Practices practices;
    private final PracticeRules rules;
    private final Payers payers;
    private final Clock clock;

    Today(
            TodayStore store,
            Journal journal,
            Rounds rounds,
            Practices practices,
            PracticeRules rules,
            Payers payers,
            Clock clock) {
        this.store = store;
        this.journal = journal;
        this.rounds = rounds;
        this.practices = practices;
        this.rules = rules;
        this.payers = payers;
        this.clock = clock;
    }

    /** When it is, and since when "since Friday" counts. */
    public record Moment(Instant now, LocalDate today, ZoneId zone, LocalDate since, String sinceWord) {

        Instant sinceInstant() {
            return since.atStartOfDay(zone).toInstant();
        }
    }

    /** Claims in numbers: filed since the last working day, kept back, ready, and this month's so far. */
    public record Claimed(long filed, String sum, long keptBack, long ready, long month, String monthSum) {}

    /** The seats taken on the day, and the claims that a month of weekly meetings makes of them. */
    public record Weekly(long groups, long claimsAMonth) {}

    /** Of the sessions that somebody is asked about those that this person leads, and the notes still to sign. */
    public record Leading(Set<SessionId> sessions, long notes) {

        public Leading {
            sessions = Set.copyOf(sessions);
        }
    }

    public Moment moment() {
        var zone = practices.current().zone();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone);
        var since = Workdays.before(today, rules.holidays().keySet());
        return new Moment(now, today, zone, since, Workdays.word(since, today));
    }

    public Claimed claimed(Moment moment) {
        return claimed(moment, moment.sinceInstant());
    }

    /** The same, with what was filed since another instant. */
    public Claimed claimedSince(Instant since) {
        return claimed(moment(), since);
    }

    private Claimed claimed(Moment moment, Instant since) {
        var filed = store.filed(since, moment.today().withDayOfMonth(1));
        return new Claimed(
                filed.claims(),
                Promise.dollars(filed.sum()),
                filed.held(),
                filed.ready(),
                filed.month(),
                Promise.dollars(filed.monthSum()));
    }

    /** The first sentence of the page. */
    public String promise(Moment moment, Claimed claimed, long questions) {
        return Promise.sentence(moment.sinceWord(), claimed.filed(), claimed.sum(), claimed.keptBack(), questions);
    }

    /** What waits for a person and is theirs to see, in the same order. */
    public List<JournalEntry> asked(SignedIn who) {
        return asked().stream().filter(entry -> sees(who, entry)).toList();
    }

    /** What waits for anybody: what would be lost, what holds money up, what is ready; the oldest first of its like. */
    public List<JournalEntry> asked() {
        return journal.open().stream()
                .sorted(Comparator.comparing(this::rank)
                        .thenComparing(JournalEntry::at)
                        .thenComparing(JournalEntry::key))
                .toList();
    }

    /** Whether what this line tells of is this person's to see. */
    public boolean sees(SignedIn who, JournalEntry entry) {
        return who.may(mannerOf(entry.duty()).seen());
    }

    private int rank(JournalEntry entry) {
        var href = entry.href() == null ? "" : entry.href();
        int of = href.startsWith("/claims/") || href.startsWith("/batches/")
                ? CLAIMS_AND_FILES
                : entry.kind() == JournalEntry.Kind.PROPOSED ? PROPOSALS : Manner.LAST;
        return Math.min(of, mannerOf(entry.duty()).rank());
    }

    /** What the assistant did since the last working day began and is theirs to see, newest first. */
    public List<JournalEntry> done(SignedIn who, Moment moment) {
        return journal.doneSince(moment.sinceInstant(), MOST_DONE).stream()
                .filter(entry -> sees(who, entry))
                .toList();
    }

    /** What the practice may rely on where an entry of the journal comes from. */
    public String promiseOf(String duty) {
        return rounds.duty(duty).map(Duty::promise).orElse("");
    }

    /** How the duty that an entry of the journal comes from meets people. */
    public Manner mannerOf(String duty) {
        return rounds.duty(duty).map(Duty::manner).orElse(OF_OLD);
    }

    /** Sessions from today to the end of the week. */
    public List<Circle> circles(Moment moment) {
        var sunday = moment.today().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return store.circles(moment.today(), sunday, moment.zone());
    }

    public long unbilled(Moment moment) {
        return store.unbilled(lastMonth(moment), moment.now());
    }

    /** The first day of what the page calls last month. */
    public static LocalDate lastMonth(Moment moment) {
        return moment.today().minusWeeks(WEEKS_OF_A_MONTH);
    }

    public Weekly weekly(Moment moment) {
        var seats = store.seats(moment.today());
        return new Weekly(seats.groups(), seats.taken() * WEEKS_OF_A_MONTH);
    }

    /** What of these sessions, and of the notes, is this person's; nothing for whoever leads no sessions. */
    public Leading leading(SignedIn who, Collection<SessionId> sessions) {
        var leader = who.practitioner();
        if (leader == null) {
            return new Leading(Set.of(), 0);
        }
        var leading = store.leading(leader, sessions);
        return who.may(Permission.SIGN_NOTES) ? leading : new Leading(leading.sessions(), 0);
    }

    /** Notes that this leader has still to sign. */
    public long notesToSign(UUID leader) {
        return store.notesToSign(leader);
    }

    /** What is still to do before the first claim; nothing once there was one. */
    public List<FirstSteps.FirstStep> firstSteps() {
        return FirstSteps.of(store.begun(payers.fees().size()));
    }

    /** Everybody's sessions, or those that this person leads. */
    public static List<Circle> own(List<Circle> circles, SignedIn who) {
        return who.may(Permission.SEE_WHOLE_PRACTICE)
                ? circles
                : circles.stream()
                        .filter(circle -> circle.leader().equals(who.practitioner()))
                        .toList();
    }
}
