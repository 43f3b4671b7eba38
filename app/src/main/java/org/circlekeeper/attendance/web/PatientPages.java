package org.circlekeeper.attendance.web;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.attendance.PastVisits;
import org.circlekeeper.attendance.Visit;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.calls.ContactsPanel;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.patients.Part2Mark;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Caseload;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the page of a member shows, one question for each panel. */
@Component
class PatientPages {

    private static final int VISITS = 30;
    private static final int LOOKED_THROUGH = 500;
    private static final int IN_THE_STRIP = 12;

    private final Patients patients;
    private final Part2Mark mark;
    private final Groups groups;
    private final Rosters rosters;
    private final Payers payers;
    private final PatientPanels panels;
    private final AppointmentsPanel appointments;
    private final PastVisits visits;
    private final Practices practices;
    private final Caseloads caseloads;
    private final Messages messages;
    private final ContactsPanel contacts;
    private final AuditTrail audit;

    PatientPages(
            Patients patients,
            Part2Mark mark,
            Groups groups,
            Rosters rosters,
            Payers payers,
            PatientPanels panels,
            AppointmentsPanel appointments,
            PastVisits visits,
            Practices practices,
            Caseloads caseloads,
            Messages messages,
            ContactsPanel contacts,
            AuditTrail audit) {
        this.patients = patients;
        this.mark = mark;
        this.groups = groups;
        this.rosters = rosters;
        this.payers = payers;
        this.panels = panels;
        this.appointments = appointments;
        this.visits = visits;
        this.practices = practices;
        this.caseloads = caseloads;
        this.messages = messages;
        this.contacts = contacts;
        this.audit = audit;
    }

    Patient patient(PatientId id) {
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    ModelAndView show(PatientId id, SignedIn who, Filled form) {
        return show(id, who, form, null);
    }

    /** With what would come of a seat that is looked at, when one is. */
    ModelAndView show(PatientId id, SignedIn who, Filled form, @Nullable SeatPreview seat) {
        var caseload = caseloads.open(who, id);
        var patient = patient(id);
        audit.shown(who.actor(), "member's page", List.of(id.value()), "opened");
        var page = page(patient, caseload, who, form, seat);
        var view = new ModelAndView("org/circlekeeper/attendance/web/patient", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private PatientPage page(
            Patient patient, Caseload caseload, SignedIn who, Filled form, @Nullable SeatPreview seat) {
        var id = patient.id();
        var today = practices.today();
        var known = groups.all().stream().collect(toMap(Group::id, group -> group));
        var names = payers.all().stream().collect(toMap(Payer::id, Payer::name));
        var episodes = rosters.of(id);
        var lately = visits.of(id, LOOKED_THROUGH).stream()
                .filter(visit -> caseload.sees(visit.group(), visit.serviceDate()))
                .limit(VISITS)
                .toList();
        return new PatientPage(
                id,
                patient.name().toString(),
                says(patient, today),
                facts(patient),
                seats(episodes, caseload, known, today),
                panels.insurance(id, names, today),
                panels.diagnoses(id, today),
                panels.authorizations(id, names, today),
                panels.plans(id, today),
                lately.stream()
                        .limit(IN_THE_STRIP)
                        .map(GroupPages::mark)
                        .toList()
                        .reversed(),
                lately.stream().map(visit -> past(visit, known)).toList(),
                appointments.of(id, who),
                choices(names),
                openGroups(known, today),
                !messages.sight(who).topics(id).isEmpty(),
                ChartKeeping.keepsChart(who, episodes, known, today),
                mark.isShownTo(who, id),
                contacts.of(who, id),
                today,
                form,
                seat);
    }

    /** For a person who records this member's diagnoses and plans; that another one tried stays in the audit trail. */
    void forKeeper(PatientId id, SignedIn who) {
        caseloads.open(who, id);
        patient(id);
        var known = groups.all().stream().collect(toMap(Group::id, group -> group));
        if (!ChartKeeping.keepsChart(who, rosters.of(id), known, practices.today())) {
            throw new NotYours(Permission.KEEP_CHARTS);
        }
    }

    private static List<Choice> openGroups(Map<GroupId, Group> known, LocalDate today) {
        return known.values().stream()
                .filter(group -> group.days().last() == null || group.days().includes(today))
                .sorted(Comparator.comparing(Group::name))
                .map(group -> new Choice(group.id().toString(), group.name()))
                .toList();
    }

    private static String says(Patient patient, LocalDate today) {
        return "Seats, visits, insurance and papers of a member born " + Words.birthDay(patient.birthDate()) + " ("
                + Period.between(patient.birthDate(), today).getYears() + ")."
                + (patient.active() ? "" : " Not active.");
    }

    private static List<PatientPage.Fact> facts(Patient patient) {
        var facts = new ArrayList<PatientPage.Fact>();
        facts.add(new PatientPage.Fact(
                "Sex on the card",
                switch (patient.sex()) {
                    case "F" -> "Female";
                    case "M" -> "Male";
                    default -> "Unknown, or not said";
                }));
        var phone = patient.phone();
        facts.add(new PatientPage.Fact("Phone", phone == null ? "–" : phone.toString()));
        facts.add(new PatientPage.Fact("E-mail", patient.email().isEmpty() ? "–" : patient.email()));
        var address = patient.address();
        facts.add(new PatientPage.Fact(
                "Address",
                address == null
                        ? "None on file. Claims of a policy holder need one."
                        : address.line() + (address.line2().isEmpty() ? "" : ", " + address.line2()) + ", "
                                + address.city() + " " + address.state() + " " + address.zipOnPaper()));
        var former = patient.externalId();
        if (former != null) {
            facts.add(new PatientPage.Fact("Id in the system before", former));
        }
        facts.add(new PatientPage.Fact("Record id", patient.id().toString()));
        return facts;
    }

    private static List<PatientPage.Seat> seats(
            List<Membership> episodes, Caseload caseload, Map<GroupId, Group> known, LocalDate today) {
        return episodes.reversed().stream()
                .filter(episode -> caseload.sees(episode.group()))
                .map(episode -> {
                    var group = known.get(episode.group());
                    return new PatientPage.Seat(
                            "/groups/" + episode.group(),
                            group == null ? "" : group.name(),
                            Standing.days(episode.days()),
                            Standing.tone(episode.statusOn(today)),
                            Standing.word(episode.statusOn(today)));
                })
                .toList();
    }

    private static PatientPage.Past past(Visit visit, Map<GroupId, Group> known) {
        var group = known.get(visit.group());
        var minutes = visit.minutes();
        return new PatientPage.Past(
                "/sessions/" + visit.session(),
                Words.day(visit.serviceDate()),
                group == null ? "" : group.name(),
                MarkButton.tone(visit.presence()),
                visit.presence().onScreen() + (minutes == null ? "" : ", " + minutes + " min"));
    }

    private static List<Choice> choices(Map<UUID, String> names) {
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(payer -> new Choice(payer.getKey().toString(), payer.getValue()))
                .toList();
    }
}
