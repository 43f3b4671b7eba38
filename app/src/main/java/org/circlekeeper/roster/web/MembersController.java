package org.circlekeeper.roster.web;

import java.util.List;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.roster.Caseloads;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The members whose records a person may read, and finding one of them. */
@Controller
@ConditionalOnWebApplication
public class MembersController {

    private static final int MOST = 500;

    private final Caseloads caseloads;
    private final AuditTrail audit;

    MembersController(Caseloads caseloads, AuditTrail audit) {
        this.caseloads = caseloads;
        this.audit = audit;
    }

    /** Everything the list shows. {@code words} is what was searched for. */
    public record Page(List<Row> rows, String words, boolean more) {

        public String caption() {
            return words.isEmpty()
                    ? Words.count(rows.size(), "member", "members")
                    : Words.count(rows.size(), "member matches", "members match");
        }
    }

    /** One member. */
    public record Row(String href, String name, String born, String phone, String formerId, boolean active) {}

    @Bean
    static NavEntry membersEntry() {
        return new NavEntry(300, "Members", "/patients", "m", Permission.SEE_PATIENTS);
    }

    @Needs(Permission.SEE_PATIENTS)
    @GetMapping("/patients")
    ModelAndView list(SignedIn who, @RequestParam(defaultValue = "") String q) {
        var found = caseloads.members(who, q);
        audit.shown(
                who.actor(),
                "list of members",
                found.stream().map(patient -> patient.id().value()).toList(),
                q.isBlank() ? "all members" : "search");
        var rows = found.stream().map(MembersController::row).toList();
        var page = new Page(rows, q.strip(), rows.size() == MOST);
        return new ModelAndView("org/circlekeeper/roster/web/members", "page", page);
    }

    private static Row row(Patient patient) {
        var phone = patient.phone();
        var former = patient.externalId();
        return new Row(
                "/patients/" + patient.id(),
                patient.name().last()
                        + (patient.name().first().isEmpty()
                                ? ""
                                : ", " + patient.name().first()),
                Words.birthDay(patient.birthDate()),
                phone == null ? "" : phone.toString(),
                former == null ? "" : former,
                patient.active());
    }
}
