package org.circlekeeper.claims.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.claims.FindingCode;
import org.circlekeeper.claims.Unbilled;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Every attendance that was not billed, each with its one reason. */
@Controller
@ConditionalOnWebApplication
public class UnbilledController {

    private static final int DAYS_SHOWN = 60;

    private final Claims claims;
    private final Practices practices;
    private final AuditTrail audit;

    UnbilledController(Claims claims, Practices practices, AuditTrail audit) {
        this.claims = claims;
        this.practices = practices;
        this.audit = audit;
    }

    /** Everything the page shows. */
    public record Page(Unbilled unbilled, LocalDate from, LocalDate to) {

        public Map<String, Long> reasons() {
            return unbilled.byReason();
        }

        public List<Unbilled.Row> rows(String reason) {
            return unbilled.rows().stream()
                    .filter(row -> row.reason().equals(reason))
                    .toList();
        }

        /** What would settle it, in a sentence. */
        public String remedy(String reason) {
            return reason.equals("not-prepared")
                    ? "It is prepared the next time I look at the session."
                    : FindingCode.ofCode(reason).remedy() + ".";
        }

        /** What the reason means, in a sentence. */
        public String meaning(String reason) {
            return reason.equals("not-prepared")
                    ? "The claim is not prepared yet."
                    : FindingCode.ofCode(reason).meaning();
        }
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping("/unbilled")
    ModelAndView show(
            SignedIn who,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
        var last = to == null ? practices.today() : to;
        var first = from == null ? last.minusDays(DAYS_SHOWN) : from;
        var page = new Page(claims.unbilled(first, last), first, last);
        audit.shown(who.actor(), "what was not billed", shown(page.unbilled()), "billing");
        return new ModelAndView("org/circlekeeper/claims/web/unbilled", "page", page);
    }

    private static List<UUID> shown(Unbilled unbilled) {
        return Stream.concat(
                        unbilled.rows().stream().map(Unbilled.Row::patient),
                        unbilled.alone().stream().map(Unbilled.Alone::patient).filter(Objects::nonNull))
                .map(PatientId::value)
                .distinct()
                .toList();
    }
}
