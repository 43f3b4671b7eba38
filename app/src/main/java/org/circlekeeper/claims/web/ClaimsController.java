package org.circlekeeper.claims.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.claims.Batch;
import org.circlekeeper.claims.Claim;
import org.circlekeeper.claims.ClaimFilter;
import org.circlekeeper.claims.ClaimStatus;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.claims.Tally;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The biller's list: what is ready, what is held and why, what was filed. */
@Controller
@ConditionalOnWebApplication
public class ClaimsController {

    private static final int MOST_ROWS = 500;
    private static final int MOST_FILES = 50;

    private final Claims claims;
    private final Payers payers;
    private final Practices practices;
    private final AuditTrail audit;

    ClaimsController(Claims claims, Payers payers, Practices practices, AuditTrail audit) {
        this.claims = claims;
        this.payers = payers;
        this.practices = practices;
        this.audit = audit;
    }

    /** The three lists. */
    public enum Tab {
        READY("Ready", "Nothing is ready. Claims appear here once a session is closed and its notes are signed."),
        HELD("Held", "Nothing is held back. A claim that something holds stands here, with what would settle it."),
        FILED("Filed", "Nothing was filed yet. Release what is ready, and it stands here.");

        private final String label;
        private final String empty;

        Tab(String label, String empty) {
            this.label = label;
            this.empty = empty;
        }

        public String label() {
            return label;
        }

        public String empty() {
            return empty;
        }

        public String word() {
            return label.toLowerCase(Locale.ROOT);
        }

        Set<ClaimStatus> statuses() {
            return switch (this) {
                case READY -> EnumSet.of(ClaimStatus.READY);
                case HELD -> EnumSet.of(ClaimStatus.HELD);
                case FILED -> EnumSet.complementOf(EnumSet.of(ClaimStatus.READY, ClaimStatus.HELD, ClaimStatus.VOIDED));
            };
        }
    }

    /** Everything the page shows. */
    public record Page(
            Tab tab,
            List<Claim> claims,
            List<Batch> files,
            List<Tally> tallies,
            List<Claims.Releasable> releasable,
            List<Payer> payers,
            @Nullable UUID payer,
            LocalDate today,
            ZoneId zone) {

        /** As in {@code Fri 20 Nov 2026}. */
        public String filed(Batch file) {
            return Words.day(file.filedAt().atZone(zone).toLocalDate());
        }

        public List<Tab> tabs() {
            return List.of(Tab.values());
        }

        public long count(Tab of) {
            return tallies.stream()
                    .filter(tally -> of.statuses().contains(tally.status()))
                    .mapToLong(Tally::claims)
                    .sum();
        }

        public Money total(Tab of) {
            return tallies.stream()
                    .filter(tally -> of.statuses().contains(tally.status()))
                    .map(Tally::total)
                    .reduce(Money.ZERO, Money::plus);
        }

        public String href(Tab to) {
            return "/claims?tab=" + to.word() + (payer == null ? "" : "&payer=" + payer);
        }

        public int releasableClaims() {
            return releasable.stream()
                    .filter(found -> payer == null || found.payer().equals(payer))
                    .mapToInt(Claims.Releasable::claims)
                    .sum();
        }

        public String releaseHref() {
            return "/claims/release" + (payer == null ? "" : "?payer=" + payer);
        }

        public String caption() {
            return Words.count(claims.size(), "claim", "claims")
                    + (claims.size() == MOST_ROWS ? ", the first of them: choose a payer to see fewer" : "");
        }

        /** As in {@code until Mon 3 Nov 2027}; empty when no rule names a day. */
        public String fileBy(Claim claim) {
            return claim.fileBy() == null ? "" : "File until " + Words.day(claim.fileBy());
        }

        public boolean isUrgent(Claim claim) {
            return claim.fileBy() != null && !claim.fileBy().isAfter(today.plusDays(30));
        }
    }

    @Bean
    static NavEntry claimsEntry() {
        return new NavEntry(400, "Claims", "/claims", "c", Permission.SEE_CLAIMS);
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping("/claims")
    ModelAndView show(
            SignedIn who,
            @RequestParam(defaultValue = "ready") String tab,
            @RequestParam(required = false) @Nullable UUID payer) {
        var chosen = Arrays.stream(Tab.values())
                .filter(candidate -> candidate.word().equals(tab))
                .findFirst()
                .orElse(Tab.READY);
        var filter = new ClaimFilter(chosen.statuses(), payer, null, MOST_ROWS);
        var page = new Page(
                chosen,
                claims.list(filter),
                chosen == Tab.FILED ? claims.batches(MOST_FILES) : List.of(),
                claims.tallies(),
                claims.releasable(who.actor()),
                payers.all(),
                payer,
                practices.today(),
                practices.current().zone());
        audit.shown(
                who.actor(),
                "claims, " + chosen.word(),
                page.claims().stream()
                        .map(claim -> claim.patient().value())
                        .distinct()
                        .toList(),
                "billing");
        return new ModelAndView("org/circlekeeper/claims/web/claims", "page", page);
    }
}
