package org.circlekeeper.console.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.access.KnownPractice;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.console.Alike;
import org.circlekeeper.console.Circle;
import org.circlekeeper.console.FirstSteps;
import org.circlekeeper.console.Today;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.frame.Words;
import org.circlekeeper.oncall.Alarm;
import org.circlekeeper.oncall.Pager;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.LedNow;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.Undecided;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page Today together for whoever looks: each part by what the person may see. */
@Component
class TodayPages {

    /** Counting in more practices than this would make one person's page slow. */
    private static final int MOST_ELSEWHERE = 12;

    private static final String SESSION = "/sessions/";

    /** As a pattern: the question mark is one. */
    private static final String PAPERS_OF_GROUP = "/papers\\?group=";

    private static final String ON_TRIAL =
            "On trial nobody on call was asked: the page was written as a file." + " Any clinician: take it on now.";

    private final Today today;
    private final People people;
    private final PracticeScope scope;
    private final Journal journal;
    private final LedNow ledNow;
    private final Undecided undecided;
    private final Pager pager;

    TodayPages(
            Today today,
            People people,
            PracticeScope scope,
            Journal journal,
            LedNow ledNow,
            Undecided undecided,
            Pager pager) {
        this.today = today;
        this.people = people;
        this.scope = scope;
        this.journal = journal;
        this.ledNow = ledNow;
        this.undecided = undecided;
        this.pager = pager;
    }

    TodayPage of(SignedIn who) {
        var moment = today.moment();
        boolean seesClaims = who.may(Permission.SEE_CLAIMS);
        var claimed = seesClaims ? today.claimed(moment) : null;
        var open = today.asked(who);
        var leading = today.leading(
                who, open.stream().flatMap(entry -> session(entry).stream()).toList());
        var asked = who.may(Permission.SEE_JOURNAL) ? open : own(open, leading.sessions(), who);
        var done = who.may(Permission.SEE_JOURNAL) ? today.done(who, moment) : List.<JournalEntry>of();
        var circles = today.circles(moment);
        var weekly = today.weekly(moment);
        var mine = Today.own(circles, who);
        long notes = leading.notes();
        return new TodayPage(
                moment,
                claimed == null ? leading(moment, mine, notes) : today.promise(moment, claimed, Alike.things(asked)),
                asked.stream().map(entry -> question(entry, who)).toList(),
                done.stream().map(entry -> line(entry, moment)).toList(),
                on(mine, moment, true),
                on(mine, moment, false),
                claimed,
                seesClaims ? today.unbilled(moment) : 0,
                weekly,
                notes,
                undecided(who, moment),
                elsewhere(who),
                alarms(moment),
                firstSteps(claimed));
    }

    private List<TodayPage.OpenAlarm> alarms(Today.Moment moment) {
        var open = pager.open();
        var unheard = pager.unheard(open);
        var inFiles = pager.inFiles(open);
        return open.stream()
                .map(alarm -> new TodayPage.OpenAlarm(
                        alarm.href(),
                        Words.moment(alarm.raisedAt(), moment.zone()),
                        inFiles.contains(alarm.id()) && alarm.acknowledged() == null
                                ? ON_TRIAL
                                : says(alarm, unheard.contains(alarm.id()))))
                .toList();
    }

    private static String says(Alarm alarm, boolean unheard) {
        return switch (alarm.status()) {
            case PAGED ->
                unheard
                        ? "Nobody on call could be reached yet: e-mail does not leave. Any clinician: take it on now."
                        : "Somebody on call was asked and has not answered yet.";
            case UNANSWERED ->
                (alarm.paged() == 0
                                ? "Nobody is on call, so nobody was asked."
                                : unheard
                                        ? "Nobody on call could be reached: e-mail to them does not leave."
                                        : "Nobody on call has answered.")
                        + " Any clinician: take it on now.";
            case ACKNOWLEDGED, CLOSED -> "A clinician has taken it on. It stands here until it is closed with a note.";
        };
    }

    /** Whoever reads the journal is asked there, with the rest of the practice. */
    private TodayPage.Undecided undecided(SignedIn who, Today.Moment moment) {
        var waiting = who.may(Permission.SEE_JOURNAL) ? List.<Entry>of() : undecided.of(who, moment.today());
        return new TodayPage.Undecided(
                waiting.size(), waiting.size() == 1 ? waiting.getFirst().href() + "#decision" : "/waitlist");
    }

    /** Asked for only while no claim is in sight: a practice at work has none left. */
    private List<FirstSteps.FirstStep> firstSteps(Today.@Nullable Claimed claimed) {
        return claimed == null || claimed.filed() + claimed.keptBack() + claimed.ready() + claimed.month() > 0
                ? List.of()
                : today.firstSteps();
    }

    /** What a leader of sessions needs first: the next group, and what waits for a signature. */
    private static String leading(Today.Moment moment, List<Circle> mine, long notes) {
        var next = on(mine, moment, true).stream()
                .filter(circle -> circle.takesPlace() && circle.endsAt().isAfter(moment.now()))
                .findFirst()
                .map(circle -> "Today you lead " + circle.name() + " at " + Words.time(circle.start()) + ".")
                .orElse("You lead no more sessions today.");
        return notes == 0
                ? next + " No note waits for you."
                : next + " " + Words.count(notes, "note waits", "notes wait") + " for your signature.";
    }

    /** Whoever leads sessions is asked about their own, and about nothing else. */
    private List<JournalEntry> own(List<JournalEntry> asked, Set<SessionId> led, SignedIn who) {
        boolean ofGroups = asked.stream().anyMatch(entry -> group(entry).isPresent());
        var groups = ofGroups ? ledNow.of(who) : Set.<GroupId>of();
        return asked.stream()
                .filter(entry -> !entry.duty().equals(Today.NOTES))
                .filter(entry -> session(entry).filter(led::contains).isPresent()
                        || group(entry).filter(groups::contains).isPresent())
                .toList();
    }

    /** The group about whose papers a question is. */
    private static Optional<GroupId> group(JournalEntry entry) {
        var href = entry.href();
        return href == null || !href.matches(PAPERS_OF_GROUP + "[0-9a-f-]{36}")
                ? Optional.empty()
                : Optional.of(GroupId.of(href.substring(href.indexOf('=') + 1)));
    }

    private static Optional<SessionId> session(JournalEntry entry) {
        var href = entry.href();
        return href == null || !href.matches(SESSION + "[0-9a-f-]{36}")
                ? Optional.empty()
                : Optional.of(SessionId.of(href.substring(SESSION.length())));
    }

    private TodayPage.Question question(JournalEntry entry, SignedIn who) {
        boolean proposal = entry.kind() == JournalEntry.Kind.PROPOSED;
        var text = entry.question() == null ? entry.because().sentence() : entry.question();
        var manner = today.mannerOf(entry.duty());
        return new TodayPage.Question(
                entry,
                text,
                Answering.verb(entry, manner),
                proposal,
                !proposal || Answering.mayAgree(who, manner),
                today.promiseOf(entry.duty()),
                Answering.settles(entry, manner),
                manner.agreement());
    }

    private TodayPage.Line line(JournalEntry entry, Today.Moment moment) {
        var local = entry.at().atZone(moment.zone());
        var when = local.toLocalDate().equals(moment.today())
                ? Words.time(local.toLocalTime())
                : Words.shortDay(local.toLocalDate()) + ", " + Words.time(local.toLocalTime());
        return new TodayPage.Line(entry, when, today.promiseOf(entry.duty()));
    }

    private static List<Circle> on(List<Circle> circles, Today.Moment moment, boolean today) {
        return circles.stream()
                .filter(circle -> circle.day().equals(moment.today()) == today)
                .toList();
    }

    /** Each count is taken inside its own practice: nothing of one is read within another. */
    private List<TodayPage.Elsewhere> elsewhere(SignedIn who) {
        if (!who.may(Permission.ANSWER_QUESTIONS)) {
            return List.of();
        }
        return people.practicesOf(who.person()).stream()
                .filter(practice -> !practice.id().equals(who.practice()))
                .limit(MOST_ELSEWHERE)
                .map(this::counted)
                .toList();
    }

    private TodayPage.Elsewhere counted(KnownPractice practice) {
        long open = scope.apart(practice.id(), () -> Alike.things(journal.open()));
        return new TodayPage.Elsewhere(practice.id(), practice.name(), open);
    }
}
