package org.circlekeeper.claims.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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
import org.circlekeeper.claims.Voids;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.x12.ProfessionalClaimInWords;
import org.circlekeeper.x12.Told;
import org.jspecify.annotations.Nullable;
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
    private final Voids voids;
    private final Practices practices;
    private final AuditTrail audit;

    ClaimController(Claims claims, Voids voids, Practices practices, AuditTrail audit) {
        this.claims = claims;
        this.voids = voids;
        this.practices = practices;
        this.audit = audit;
    }

    /**
     * Everything the page shows; {@code words} is empty until somebody asks for them.
     *
     * @param owed what is to be done at the payer when the attendance says nobody came; null when nothing is
     */
    public record Page(
            Claim claim,
            List<Move> moves,
            List<Told> words,
            Voids.@Nullable ByHand owed,
            Filled form,
            LocalDate today,
            ZoneId zone) {

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
        return view(who, claim, told, Filled.blank("void").with("on", practices.today()));
    }

    private ModelAndView view(SignedIn who, Claim claim, List<Told> words, Filled form) {
        audit.shown(who.actor(), "claim " + claim.id(), List.of(claim.patient().value()), "billing");
        var owed = claim.status().isUnfiled() ? null : voids.owed(claim.id()).orElse(null);
        var page = new Page(
                claim,
                claims.moves(claim.id()),
                words,
                owed,
                form,
                practices.today(),
                practices.current().zone());
        var view = new ModelAndView("org/circlekeeper/claims/web/claim", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    /** Until voids go out from here: a named person's word that the payer has taken the claim back. */
    @Needs(Permission.RELEASE_CLAIMS)
    @PostMapping("/claims/{id}/void")
    Object takenBack(SignedIn who, @PathVariable ClaimId id, @RequestParam Map<String, String> typed) {
        var claim = claims.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = Filled.in("void", typed);
        var on = form.day("on", "Choose the day on which it was done.");
        on.filter(day -> day.isAfter(practices.today()))
                .ifPresent(_ -> form.refuse("on", "That day is still to come. Record it once it is done."));
        var how = form.text("how", "Say how: in the payer's portal, by telephone with whom, by letter.");
        var reference = form.text("reference", "Write what the payer gave you: a number, or a name and a time.");
        if (form.isWrong()) {
            return view(who, claim, List.of(), form);
        }
        var done = new Voids.Done(on.orElseThrow(), how.orElseThrow(), reference.orElseThrow());
        return voids.record(id, done, who.actor())
                ? Next.to("/claims/" + id).saying("Recorded, with your name. The question about this claim is settled.")
                : Next.to("/claims/" + id).refusing("This claim is not to be taken back: look at its attendance.");
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
            case FiledForDenial.HeldAnew(var by) ->
                back.refusing("Your reason is kept, and something else holds it by now: "
                        + by.getFirst().because().sentence());
        };
    }

    private Claim claim(ClaimId id) {
        return claims.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
