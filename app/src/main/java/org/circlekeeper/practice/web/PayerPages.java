package org.circlekeeper.practice.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Enrolment;
import org.circlekeeper.practice.FilingCodes;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.practice.RuleShelf;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the page of one payer shows, or that of the rules for every payer. */
@Component
class PayerPages {

    private final Payers payers;
    private final PracticeRules rules;
    private final Practices practices;
    private final List<RuleShelf> shelves;

    PayerPages(Payers payers, PracticeRules rules, Practices practices, List<RuleShelf> shelves) {
        this.payers = payers;
        this.rules = rules;
        this.practices = practices;
        this.shelves = shelves;
    }

    Payer payer(UUID id) {
        return payers.all().stream()
                .filter(payer -> payer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Of one payer, or of every payer when there is none. */
    ModelAndView show(@Nullable Payer payer, Filled form) {
        var view = new ModelAndView("org/circlekeeper/practice/web/payer", "page", page(payer, form));
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private PayerPage page(@Nullable Payer payer, Filled form) {
        var today = practices.today();
        var id = payer == null ? null : payer.id();
        var own = rules.ownRules().stream()
                .filter(rule -> Objects.equals(rule.payer(), id))
                .map(rule -> rule(rule, today))
                .toList();
        var leaders = practices.practitioners();
        return new PayerPage(
                payer == null ? "/payers/every" : "/payers/" + payer.id(),
                payer == null ? "Every payer" : payer.name(),
                payer == null
                        ? "Rules that you keep whoever pays."
                        : "Payer id " + payer.payerId() + ", " + FilingCodes.words(payer.filingCode())
                                + ": your rules about it, what usually holds there, and which of your leaders it knows.",
                payer != null,
                own,
                payer == null
                        ? List.of()
                        : shelves.stream()
                                .flatMap(shelf -> shelf.rulesFor(payer).stream())
                                .toList(),
                payer == null ? List.of() : enrolments(payer, leaders, today),
                payer == null ? "" : order(payer, today),
                Arrays.stream(OwnRule.Kind.values())
                        .map(kind -> new Choice(kind.name(), kind.onScreen()))
                        .toList(),
                leaders.stream()
                        .map(l -> new Choice(l.id().toString(), l.signature()))
                        .toList(),
                today,
                form);
    }

    private static PayerPage.Rule rule(OwnRule rule, LocalDate today) {
        var verified = rule.verifiedOn();
        var last = rule.days().last();
        return new PayerPage.Rule(
                rule.id(),
                rule.kind() == OwnRule.Kind.AUTHORIZATION
                        ? rule.kind().onScreen()
                        : rule.amount() + " " + rule.kind().onScreen() + rule.withLeaders(),
                days(rule.days()),
                rule.source(),
                verified == null ? "not verified" : "checked " + Words.day(verified),
                last == null || !last.isBefore(today));
    }

    private static String days(DateRange days) {
        var last = days.last();
        return last == null ? "from " + Words.day(days.first()) : Words.day(days.first()) + " to " + Words.day(last);
    }

    private List<PayerPage.Leader> enrolments(Payer payer, List<Practitioner> leaders, LocalDate today) {
        var all = rules.enrolments();
        var known = Known.today(all, today);
        return leaders.stream()
                .sorted(Comparator.comparing(Practitioner::signature))
                .map(leader -> new PayerPage.Leader(
                        leader.signature(),
                        Known.of(known, leader.id(), payer.id()),
                        all.stream()
                                .filter(enrolment -> enrolment.payer().equals(payer.id())
                                        && enrolment.practitioner().equals(leader.id()))
                                .map(enrolment -> said(payer, enrolment))
                                .toList()))
                .toList();
    }

    private static String said(Payer payer, Enrolment enrolment) {
        return (enrolment.enrolled() ? "Known " : "Not known ") + "under NPI " + enrolment.billingNpi() + " ("
                + payer.program().onScreen() + ") " + days(enrolment.days()) + ": " + enrolment.source();
    }

    private String order(Payer payer, LocalDate today) {
        return payers.standingOrders(today).stream()
                .filter(order -> order.payer().equals(payer.id()))
                .findFirst()
                .map(order -> order.givenLabel() + " said on " + Words.day(order.givenOn())
                        + " that claims to this payer may go out by themselves, until " + Words.day(order.lastDay())
                        + ".")
                .orElse("");
    }
}
