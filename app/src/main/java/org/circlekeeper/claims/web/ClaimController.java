package org.circlekeeper.claims.web;

import java.time.ZoneId;
import java.util.List;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.claims.Claim;
import org.circlekeeper.claims.ClaimId;
import org.circlekeeper.claims.ClaimStatus;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.claims.Claims.FiledForDenial;
import org.circlekeeper.claims.FindingCode;
import org.circlekeeper.claims.Move;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.x12.ProfessionalClaimInWords;
import org.circlekeeper.x12.Told;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One claim in full: what it says, what holds it, where it has been, and how the payer reads it. */
@Controller
@ConditionalOnWebApplication
public class ClaimController {

    private final Claims claims;
    private final Practices practices;
    private final AuditTrail audit;

    ClaimController(Claims claims, Practices practices, AuditTrail audit) {
        this.claims = claims;
        this.practices = practices;
        this.audit = audit;
    }

    /** Everything the page shows; {@code words} is empty until somebody asks for them. */
    public record Page(Claim claim, List<Move> moves, List<Told> words, ZoneId zone) {

        public String when(Move move) {
            return Words.moment(move.at(), zone);
        }

        /** Whether a reason would let it go: something holds it, and nothing that always does. */
        public boolean mayBeFiledForDenial() {
            return claim.status() == ClaimStatus.HELD
                    && !claim.holds().isEmpty()
                    && claim.holds().stream().allMatch(FindingCode::isLiftable);
        }

        public Tone tone(Finding told) {
            return told.holds() ? Tone.BAD : Tone.WAIT;
        }

        public String weight(Finding told) {
            return told.holds() ? "Holds" : "To know";
        }

        public String modifiers() {
            return claim.modifiers().isEmpty() ? "" : " with modifier " + String.join(", ", claim.modifiers());
        }

        public String diagnoses() {
            return claim.diagnoses().isEmpty() ? "none" : String.join(", ", claim.diagnoses());
        }
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping("/claims/{id}")
    ModelAndView show(SignedIn who, @PathVariable ClaimId id, @RequestParam(defaultValue = "false") boolean words) {
        var claim = claim(id);
        var told = words && claim.batch() != null
                ? ProfessionalClaimInWords.tell(claims.content(claim.batch()), claim.number())
                : List.<Told>of();
        audit.shown(who.actor(), "claim " + id, List.of(claim.patient().value()), "billing");
        return new ModelAndView(
                "org/circlekeeper/claims/web/claim",
                "page",
                new Page(claim, claims.moves(id), told, practices.current().zone()));
    }

    @Needs(Permission.RELEASE_CLAIMS)
    @PostMapping("/claims/{id}/filing-for-denial")
    Next fileForDenial(SignedIn who, @PathVariable ClaimId id, @RequestParam(defaultValue = "") String reason) {
        var back = Next.to("/claims/" + claim(id).id());
        if (reason.isBlank()) {
            return back.refusing("Say why: the reason stands on the claim.");
        }
        return switch (claims.fileForDenial(id, reason, who.actor())) {
            case FiledForDenial.Ready() -> back.saying("It is ready, and goes with the next claims file.");
            case FiledForDenial.NotHeld() -> back.refusing("Nothing holds this claim any more.");
            case FiledForDenial.StillHeld(var by) ->
                back.refusing(
                        "Nobody may file past this: " + by.getFirst().because().sentence());
        };
    }

    private Claim claim(ClaimId id) {
        return claims.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
