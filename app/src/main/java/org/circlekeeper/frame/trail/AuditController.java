package org.circlekeeper.frame.trail;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditEntry;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.audit.Verdict;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.PracticeZones;
import org.circlekeeper.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The audit trail on screen: who opened which record, in which hat, when and why. */
@Controller
@ConditionalOnWebApplication
public class AuditController {

    private static final int LATEST = 200;

    private final AuditTrail audit;
    private final People people;
    private final ObjectProvider<PracticeZones> zones;

    AuditController(AuditTrail audit, People people, ObjectProvider<PracticeZones> zones) {
        this.audit = audit;
        this.people = people;
        this.zones = zones;
    }

    /** Everything the page shows. {@code asked} is what stands in the search field. */
    public record Page(
            List<AuditEntry> entries,
            String asked,
            boolean understood,
            @Nullable Verdict verdict,
            Map<String, String> names,
            ZoneId zone) {

        public TrailWords.About about(AuditEntry entry) {
            return TrailWords.about(entry, names);
        }

        public String what(AuditEntry entry) {
            return TrailWords.what(entry);
        }

        public String why(AuditEntry entry) {
            return TrailWords.why(entry);
        }

        public String when(AuditEntry entry) {
            return Words.moment(entry.at(), zone);
        }

        /** As in {@code Rosa Diaz, biller}. */
        public String who(AuditEntry entry) {
            return entry.hat().isEmpty() ? entry.actorLabel() : entry.actorLabel() + ", " + entry.hat();
        }
    }

    @Bean
    static NavEntry auditEntry() {
        return new NavEntry(900, "Audit trail", "/audit", "l", Permission.SEE_AUDIT);
    }

    @Needs(Permission.SEE_AUDIT)
    @GetMapping("/audit")
    ModelAndView show(
            SignedIn who,
            @RequestParam(defaultValue = "") String patient,
            @RequestParam(defaultValue = "false") boolean verify) {
        var asked = patient.strip();
        var id = id(asked);
        var entries = asked.isEmpty() ? audit.latest(LATEST) : about(id);
        var page = new Page(
                entries, asked, asked.isEmpty() || id != null, verify ? audit.verify() : null, names(who), zone(who));
        return new ModelAndView("org/circlekeeper/frame/trail/audit", "page", page);
    }

    private Map<String, String> names(SignedIn who) {
        return people.inPractice(who.practice()).stream()
                .collect(Collectors.toMap(
                        colleague -> colleague.person().id().toString(),
                        colleague -> colleague.person().name()));
    }

    private List<AuditEntry> about(@Nullable UUID id) {
        return id == null ? List.of() : audit.entriesAbout(id);
    }

    private ZoneId zone(SignedIn who) {
        var known = zones.getIfAvailable();
        return known == null ? ZoneOffset.UTC : known.zoneOf(who.practice());
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
