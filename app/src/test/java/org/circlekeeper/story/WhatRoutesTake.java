package org.circlekeeper.story;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.Whom;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.eligibility.Runs;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.Kind;
import org.circlekeeper.messaging.Message;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.movein.Imports;
import org.circlekeeper.oncall.OnCall;
import org.circlekeeper.oncall.Pager;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Change;
import org.circlekeeper.scheduling.Feed;
import org.circlekeeper.scheduling.Feeds;
import org.circlekeeper.scheduling.HolidayChoices;
import org.circlekeeper.scheduling.Rooms;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionChanges;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.story.MarkedPractice.Marked;
import org.circlekeeper.story.MarkedPractice.Member;
import org.circlekeeper.terms.Phone;
import org.springframework.stereotype.Component;

/** An id of each kind that a route takes, made in a practice the first time that it is asked for. */
@Component
class WhatRoutesTake {

    private final Map<String, String> made = new HashMap<>();
    private final MarkedPractice practices;
    private final People people;
    private final Patients patients;
    private final Groups groups;
    private final Sessions sessions;
    private final Payers payers;
    private final Calls calls;
    private final Messages messages;
    private final OnCall onCall;
    private final Pager pager;
    private final SessionChanges changes;
    private final HolidayChoices holidays;
    private final Feeds feeds;
    private final Rooms rooms;
    private final Claims claims;
    private final Imports imports;
    private final FormShelf forms;
    private final Runs runs;

    WhatRoutesTake(
            MarkedPractice practices,
            People people,
            Patients patients,
            Groups groups,
            Sessions sessions,
            Payers payers,
            Calls calls,
            Messages messages,
            OnCall onCall,
            Pager pager,
            SessionChanges changes,
            HolidayChoices holidays,
            Feeds feeds,
            Rooms rooms,
            Claims claims,
            Imports imports,
            FormShelf forms,
            Runs runs) {
        this.practices = practices;
        this.people = people;
        this.patients = patients;
        this.groups = groups;
        this.sessions = sessions;
        this.payers = payers;
        this.calls = calls;
        this.messages = messages;
        this.onCall = onCall;
        this.pager = pager;
        this.changes = changes;
        this.holidays = holidays;
        this.feeds = feeds;
        this.rooms = rooms;
        this.claims = claims;
        this.imports = imports;
        this.forms = forms;
        this.runs = runs;
    }

    String id(String path, Marked marked) {
        var parts = path.split("/");
        var kind = parts[1] + (parts[2].startsWith("{") ? "" : "/" + parts[2]);
        return made.computeIfAbsent(kind + " of " + marked.practice(), _ -> find(kind, marked));
    }

    private String find(String kind, Marked marked) {
        return practices.in(marked.practice(), () -> switch (kind) {
            case "groups/kinds" -> groups.types().getFirst().id().toString();
            case "calls" -> call(marked);
            case "messages" -> marked.anouk().id().toString();
            case "messages/held" -> message(marked);
            case "alarms" -> alarm(marked.anouk());
            case "on-call" -> onCall(marked);
            case "waitlist" -> marked.anouk().entry();
            case "calendar/rooms" ->
                rooms.add("Room of " + marked.practice(), 9, MarkedPractice.TEST)
                        .toString();
            case "calendar/acts" -> act();
            case "calendar/appointments" -> marked.anouk().appointment();
            case "calendar/feeds" -> feed(marked);
            case "calendar/holidays" -> choice();
            case "calendar/times" -> groups.all().getFirst().id().toString();
            case "waitlist/links" -> groups.types().getFirst().id().toString();
            case "patients" -> marked.anouk().id().toString();
            case "signatures" -> marked.anouk().signature();
            case "claims" -> marked.anouk().claims().getFirst();
            case "groups" -> groups.all().getFirst().id().toString();
            case "sessions" -> practices.sessions(marked).getFirst().id().toString();
            case "batches" -> claims.batches(1).getFirst().id().toString();
            case "insurance/runs" -> runs.latest(1).getFirst().id().toString();
            case "insurance/payers" -> payers.all().getFirst().id().toString();
            case "payers" -> payers.all().getFirst().id().toString();
            case "people" ->
                people.inPractice(marked.practice()).getFirst().person().id().toString();
            case "forms" -> form(marked);
            case "packets" -> groups.types().getFirst().id().toString();
            case "import" -> imports.history(1).getFirst().id().toString();
            default -> throw new IllegalStateException("Whose id does a route of " + kind + " take?");
        });
    }

    private String call(Marked marked) {
        var anouk = patients.find(marked.anouk().id()).orElseThrow();
        var today = LocalDate.of(2026, 11, 23);
        return calls.ask(Whom.of(anouk, false), "Say hello.", "/calls", today, MarkedPractice.TEST)
                .toString();
    }

    private String message(Marked marked) {
        var anouk = patients.recipient(marked.anouk().id()).orElseThrow();
        return messages.queue(anouk, Message.Topic.LOGISTICS, "Hello.", MarkedPractice.TEST)
                .toString();
    }

    String alarm(Member member) {
        return pager.page("test", member.id().value(), member.id(), MarkedPractice.TEST)
                .toString();
    }

    private String onCall(Marked marked) {
        var owner = owner(marked).person();
        onCall.keep(owner, new Phone("2175550142"), "owner@home.example", null, MarkedPractice.TEST);
        return owner.toString();
    }

    /** A session to come is skipped, as one act. */
    private String act() {
        var session = sessions.between(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 12, 15)).stream()
                .filter(one -> one.status() == Session.Status.PLANNED)
                .findFirst()
                .orElseThrow();
        var edits = changes.edits(Map.of(session.id(), new Change.Skip()), "test");
        if (changes.make(edits, "test", MarkedPractice.TEST) instanceof SessionChanges.Outcome.Done done) {
            return done.act().toString();
        }
        throw new IllegalStateException("A session that nothing speaks against was not skipped");
    }

    private String form(Marked marked) {
        var form = new FormId("f" + marked.practice());
        forms.add(form, Kind.DOCUMENT, "A form", MarkedPractice.TEST);
        return form.value();
    }

    private String feed(Marked marked) {
        var owner = owner(marked);
        feeds.make(owner, true, Feed.Mode.CODE);
        return feeds.of(owner).getFirst().id().toString();
    }

    SignedIn owner(Marked marked) {
        var person = people.inPractice(marked.practice()).stream()
                .filter(one -> one.roles().contains(Role.OWNER))
                .findFirst()
                .orElseThrow()
                .person();
        return new SignedIn(person.id(), person.name(), marked.practice(), "", Set.of(Role.OWNER), null);
    }

    private String choice() {
        holidays.choose(LocalDate.of(2026, 12, 25), null, LocalDate.of(2026, 12, 28), MarkedPractice.TEST);
        return holidays.all().getFirst().id().toString();
    }
}
