package org.circlekeeper.claims.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.claims.Batch;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Releasing claims: first what would happen, then a person's word. */
@Controller
@ConditionalOnWebApplication
public class ReleaseController {

    private final Claims claims;

    ReleaseController(Claims claims) {
        this.claims = claims;
    }

    /**
     * Everything the page shows: what goes to whom, under whose name, and whether it is a test.
     *
     * @param ofOthers what somebody else is to release: the reason to file it is this person's own
     */
    public record Page(
            List<Claims.Releasable> releasable, List<Claims.Releasable> ofOthers, String releasedBy, boolean test) {

        public int claims() {
            return count(releasable);
        }

        public int claimsOfOthers() {
            return count(ofOthers);
        }

        private static int count(List<Claims.Releasable> found) {
            return found.stream().mapToInt(Claims.Releasable::claims).sum();
        }

        public Money total() {
            return releasable.stream().map(Claims.Releasable::total).reduce(Money.ZERO, Money::plus);
        }
    }

    @Needs(Permission.RELEASE_CLAIMS)
    @GetMapping("/claims/release")
    ModelAndView preview(SignedIn who, @RequestParam(required = false) @Nullable UUID payer) {
        var found = claims.releasable(who.actor()).stream()
                .filter(one -> payer == null || one.payer().equals(payer))
                .toList();
        return new ModelAndView(
                "org/circlekeeper/claims/web/release",
                "page",
                new Page(
                        found.stream().filter(Claims.Releasable::byWhoAsks).toList(),
                        found.stream().filter(one -> !one.byWhoAsks()).toList(),
                        who.name(),
                        claims.filesAreTests()));
    }

    /** Files what the preview showed: what is not as it was on it is not released in the name of who looked. */
    @Needs(Permission.RELEASE_CLAIMS)
    @PostMapping("/claims/release")
    Next release(SignedIn who, @RequestParam(defaultValue = "") List<String> shown) {
        var filed = shown.isEmpty() ? List.<Batch>of() : claims.releaseShown(Set.copyOf(shown), who.actor());
        int count = filed.stream().mapToInt(Batch::claims).sum();
        return count == 0
                ? Next.to("/claims").refusing("Nothing was released: the claims changed meanwhile. Look at them again.")
                : Next.to("/claims?tab=filed")
                        .saying(Words.count(count, "claim leaves", "claims leave") + " now, in "
                                + Words.count(filed.size(), "file", "files") + ". "
                                + (count == 1 ? "It stands" : "They stand") + " here, under Filed.");
    }
}
