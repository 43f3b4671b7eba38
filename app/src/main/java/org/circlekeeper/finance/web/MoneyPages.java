package org.circlekeeper.finance.web;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.finance.Estimates;
import org.circlekeeper.finance.FeeRange;
import org.circlekeeper.finance.OpenEstimates;
import org.circlekeeper.finance.OpenGaps;
import org.circlekeeper.finance.Standing;
import org.circlekeeper.finance.Talks;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Gathers the page about what visits cost one member, with whichever of its forms was sent and not taken. */
@Component
class MoneyPages {

    static final String TALK = "sent";
    static final String ASKED = "asked";
    static final String MAKE = "make";

    private final OpenGaps gaps;
    private final Talks talks;
    private final OpenEstimates open;
    private final Estimates estimates;
    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;

    MoneyPages(
            OpenGaps gaps,
            Talks talks,
            OpenEstimates open,
            Estimates estimates,
            Patients patients,
            Practices practices,
            AuditTrail audit) {
        this.gaps = gaps;
        this.talks = talks;
        this.open = open;
        this.estimates = estimates;
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
    }

    Patient patient(PatientId id) {
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @param sent the form as it was sent, named {@link #TALK}, {@link #ASKED} or {@link #MAKE}; blank of none */
    ModelAndView show(SignedIn who, Patient patient, Filled sent) {
        var standing = gaps.of(patient.id());
        audit.shown(who.actor(), "insurance of a member", List.of(patient.id().value()), "talk about money");
        var rows = new ArrayList<MoneyPage.Row>();
        boolean talk = sent.isWrong() && sent.name().equals(TALK);
        boolean placed = false;
        for (int at = 0; at < standing.size(); at++) {
            boolean mine =
                    talk && sent.value("gap").equals(standing.get(at).gap().key());
            placed |= mine;
            rows.add(new MoneyPage.Row(at, standing.get(at), mine ? sent : talk(who, standing.get(at), at)));
        }
        var page = new MoneyPage(
                patient.id(),
                patient.name().toString(),
                rows,
                talks.of(patient.id()),
                talks.fee(patient.id()).map(FeeRange::inWords).orElse(""),
                talk && !placed ? sent : Filled.blank("lost"),
                practices.practitioners().stream()
                        .map(one -> new Choice(one.id().toString(), one.signature()))
                        .toList(),
                estimates(patient, sent),
                practices.current().zone());
        var view = new ModelAndView("org/circlekeeper/finance/web/money", "page", page);
        if (sent.isWrong()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private Filled talk(SignedIn who, Standing standing, int at) {
        return Filled.blank("talk" + at)
                .with("talk", talks.newId())
                .with("gap", standing.gap().key())
                .with("day", practices.today())
                .with("by", who.actor().label())
                .with("with", "the member");
    }

    private EstimatesPart estimates(Patient patient, Filled sent) {
        var found = open.of(patient.id());
        var groups = estimates.groups();
        var owed = found.owed().stream()
                .map(one -> new EstimatesPart.Row(one, name(groups, one.group().toString()), practices.today()))
                .toList();
        var first = found.owed().stream().findFirst();
        return new EstimatesPart(
                patient.id(),
                owed,
                estimates.of(patient.id()).stream().map(EstimatesPart.Line::new).toList(),
                groups.stream()
                        .map(group -> new Choice(group.id().toString(), group.name()))
                        .toList(),
                sent.isWrong() && sent.name().equals(ASKED)
                        ? sent
                        : Filled.blank(ASKED).with("id", estimates.newId()).with("on", practices.today()),
                sent.isWrong() && sent.name().equals(MAKE)
                        ? sent
                        : Filled.blank(MAKE)
                                .with("id", estimates.newId())
                                .with(
                                        "group",
                                        first.map(one -> one.group().toString()).orElse(""))
                                .with("from", first.map(one -> one.from()).orElseGet(practices::today)));
    }

    private static String name(List<Group> groups, String id) {
        return groups.stream()
                .filter(group -> group.id().toString().equals(id))
                .map(Group::name)
                .findFirst()
                .orElse("a group that ended");
    }
}
