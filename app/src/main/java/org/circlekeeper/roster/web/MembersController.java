package org.circlekeeper.roster.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.circlekeeper.access.ChangesNothing;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.PaidBy;
import org.circlekeeper.roster.Rosters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The members whose records a person may read, and finding one of them. */
@Controller
@ConditionalOnWebApplication
public class MembersController {

    private static final int MOST = 500;

    private final Caseloads caseloads;
    private final Rosters rosters;
    private final ObjectProvider<PaidBy> insurance;
    private final Practices practices;
    private final AuditTrail audit;

    MembersController(
            Caseloads caseloads,
            Rosters rosters,
            ObjectProvider<PaidBy> insurance,
            Practices practices,
            AuditTrail audit) {
        this.caseloads = caseloads;
        this.rosters = rosters;
        this.insurance = insurance;
        this.practices = practices;
        this.audit = audit;
    }

    /** Everything the list shows. {@code words} is what was searched for. */
    public record Page(List<Row> rows, String words, boolean more) {

        /** Whether any of them came from a system before this one. */
        public boolean hasFormerIds() {
            return rows.stream().anyMatch(row -> !row.formerId().isEmpty());
        }

        public String caption() {
            return words.isEmpty()
                    ? Words.count(rows.size(), "member", "members")
                    : Words.count(rows.size(), "member matches", "members match");
        }
    }

    /** One member: in which groups today, of those that whoever looks may see, and who pays first. */
    public record Row(
            String href,
            String name,
            String born,
            String groups,
            String payer,
            String phone,
            String formerId,
            boolean active) {}

    @Bean
    static NavEntry membersEntry() {
        return new NavEntry(300, "Members", "/patients", "m", Permission.SEE_PATIENTS);
    }

    @Needs(Permission.SEE_PATIENTS)
    @GetMapping("/patients")
    ModelAndView list(SignedIn who) {
        return found(who, "");
    }

    @Needs(Permission.SEE_PATIENTS)
    @ChangesNothing
    @PostMapping("/patients")
    ModelAndView found(SignedIn who, @RequestParam(defaultValue = "") String q) {
        var found = caseloads.members(who, q);
        audit.shown(
                who.actor(),
                "list of members",
                found.stream().map(patient -> patient.id().value()).toList(),
                q.isBlank() ? "all members" : "search");
        var rows = rows(who, found);
        var page = new Page(rows, q.strip(), rows.size() == MOST);
        return new ModelAndView("org/circlekeeper/roster/web/members", "page", page);
    }

    private List<Row> rows(SignedIn who, List<Patient> found) {
        var today = practices.today();
        Map<GroupId, String> names = caseloads.groups(who).stream().collect(toMap(Group::id, Group::name));
        Map<PatientId, Set<String>> groups = rosters.on(today).stream()
                .filter(seat -> names.containsKey(seat.group()))
                .collect(groupingBy(
                        Membership::patient, mapping(seat -> names.get(seat.group()), toCollection(TreeSet::new))));
        var ids = found.stream().map(Patient::id).toList();
        var payers = insurance.stream()
                .map(known -> known.payers(ids, today))
                .findFirst()
                .orElse(Map.of());
        return found.stream()
                .map(patient -> row(
                        patient,
                        String.join(", ", groups.getOrDefault(patient.id(), Set.of())),
                        payers.getOrDefault(patient.id(), "")))
                .toList();
    }

    private static Row row(Patient patient, String groups, String payer) {
        var phone = patient.phone();
        var former = patient.externalId();
        return new Row(
                "/patients/" + patient.id(),
                patient.name().last()
                        + (patient.name().first().isEmpty()
                                ? ""
                                : ", " + patient.name().first()),
                Words.birthDay(patient.birthDate()),
                groups,
                payer,
                phone == null ? "" : phone.toString(),
                former == null ? "" : former,
                patient.active());
    }
}
