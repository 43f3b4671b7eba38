package org.circlekeeper.coverage.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.coverage.Asking;
import org.circlekeeper.coverage.AskingMove;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.Authorizations;
import org.circlekeeper.coverage.AuthorizedCare;
import org.circlekeeper.coverage.AuthorizedCares;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.coverage.DecisionClocks;
import org.circlekeeper.coverage.web.MemberAuthorizationsPage.Reach;
import org.circlekeeper.coverage.web.MemberAuthorizationsPage.Row;
import org.circlekeeper.coverage.web.MemberAuthorizationsPage.Terms;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.terms.DateRange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the page of one member's authorizations shows. */
@Component
class MemberAuthorizationsPages {

    private final Authorizations authorizations;
    private final AuthorizedCares cares;
    private final Asking asking;
    private final DecisionClocks clocks;
    private final Coverages coverages;
    private final Patients patients;
    private final Payers payers;
    private final Practices practices;
    private final Caseloads caseloads;
    private final AuditTrail audit;

    MemberAuthorizationsPages(
            Authorizations authorizations,
            AuthorizedCares cares,
            Asking asking,
            DecisionClocks clocks,
            Coverages coverages,
            Patients patients,
            Payers payers,
            Practices practices,
            Caseloads caseloads,
            AuditTrail audit) {
        this.authorizations = authorizations;
        this.cares = cares;
        this.asking = asking;
        this.clocks = clocks;
        this.coverages = coverages;
        this.patients = patients;
        this.payers = payers;
        this.practices = practices;
        this.caseloads = caseloads;
        this.audit = audit;
    }

    /** Lets a person on to the record, or refuses. */
    Patient patient(PatientId id, SignedIn who) {
        caseloads.open(who, id);
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    ModelAndView show(PatientId id, SignedIn who, Filled form) {
        var patient = patient(id, who);
        audit.shown(who.actor(), "member's authorizations", List.of(id.value()), "opened");
        var view = new ModelAndView("org/circlekeeper/coverage/web/member-authorizations", "page", page(patient, form));
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private MemberAuthorizationsPage page(Patient patient, Filled form) {
        var id = patient.id();
        var whose = List.of(id);
        var today = practices.today();
        var names = payers.all().stream().collect(toMap(Payer::id, Payer::name));
        var used = authorizations.used(whose);
        var moves = asking.moves(id).stream().collect(groupingBy(AskingMove::request));
        var words =
                new RequestWords(names, clocks.on(today), practices.current().zone());
        var insured = coverages.of(id).stream().map(Coverage::payer).distinct().toList();
        return new MemberAuthorizationsPage(
                id,
                patient.name().toString(),
                cares.of(whose, today).stream()
                        .map(care -> reach(care, names, today))
                        .toList(),
                authorizations.of(whose).stream()
                        .map(one -> row(one, used, names, today))
                        .toList(),
                asking.of(whose).stream()
                        .map(one -> words.request(one, moves.getOrDefault(one.id(), List.of())))
                        .toList(),
                changes(id),
                insured.stream()
                        .map(payer -> new Choice(payer.toString(), names.getOrDefault(payer, "")))
                        .toList(),
                !insured.isEmpty(),
                today,
                form);
    }

    private static Reach reach(AuthorizedCare care, Map<UUID, String> names, LocalDate today) {
        var payer = names.getOrDefault(care.payer(), "");
        var ask = care.askBy();
        return new Reach(
                payer,
                AuthorizationsPages.left(care),
                care.burnDown().says(care.clock()),
                care.clock().says(payer),
                ask != null && !ask.isAfter(today) ? Tone.WAIT : Tone.GOOD);
    }

    private static Row row(Authorization one, Map<UUID, Integer> used, Map<UUID, String> names, LocalDate today) {
        int visits = used.getOrDefault(one.id(), 0);
        boolean over = one.coversThrough().isBefore(today);
        boolean empty = visits >= one.units();
        var year = one.planYearEnds();
        return new Row(
                one.id(),
                one.number(),
                one.units() + " × " + one.code() + ", " + names.getOrDefault(one.payer(), ""),
                days(one.days()) + (year == null ? "" : "; the plan's year ends " + Words.day(year)),
                visits + " of " + one.units() + " used",
                over || empty ? Tone.NONE : one.days().includes(today) ? Tone.GOOD : Tone.CALM,
                over ? "Ended" : empty ? "Used up" : one.days().includes(today) ? "In force" : "Begins later",
                new Terms(
                        one.number(),
                        one.code().value(),
                        one.units(),
                        one.days().first(),
                        one.lastDay(),
                        year == null ? "" : year.toString()));
    }

    private List<String> changes(PatientId patient) {
        var zone = practices.current().zone();
        var said = new ArrayList<String>();
        for (var change : authorizations.changes(patient)) {
            var before = change.before();
            said.add(Words.moment(change.at(), zone) + ", " + change.by() + ": " + change.reason() + ". Before: "
                    + before.number() + ", " + before.units() + " × " + before.code() + ", " + days(before.days())
                    + ".");
        }
        return said;
    }

    static String days(DateRange days) {
        var last = days.last();
        return Words.day(days.first()) + (last == null ? " on" : " to " + Words.day(last));
    }

    /** With a capital letter at the beginning. */
    static String upper(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
