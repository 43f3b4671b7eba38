package org.circlekeeper.claims.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.claims.Batch;
import org.circlekeeper.claims.Claim;
import org.circlekeeper.claims.ClaimFilter;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One claims file: what is in it, who released it, and the file itself. */
@Controller
@ConditionalOnWebApplication
public class BatchController {

    private static final int MOST_ROWS = 1_000;

    private final Claims claims;
    private final Practices practices;
    private final AuditTrail audit;

    BatchController(Claims claims, Practices practices, AuditTrail audit) {
        this.claims = claims;
        this.practices = practices;
        this.audit = audit;
    }

    /** Everything the page shows. */
    public record Page(Batch batch, List<Claim> claims, ZoneId zone) {

        public String when(Instant moment) {
            return Words.moment(moment, zone);
        }
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping("/batches/{id}")
    ModelAndView show(SignedIn who, @PathVariable UUID id) {
        var batch = find(id);
        var inIt = claims.list(ClaimFilter.ofBatch(id).atMost(MOST_ROWS));
        shown(who, batch, inIt);
        return new ModelAndView(
                "org/circlekeeper/claims/web/batch",
                "page",
                new Page(batch, inIt, practices.current().zone()));
    }

    @Needs(Permission.RELEASE_CLAIMS)
    @GetMapping("/batches/{id}/file")
    ResponseEntity<byte[]> file(SignedIn who, @PathVariable UUID id) {
        var batch = find(id);
        shown(who, batch, claims.list(ClaimFilter.ofBatch(id)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(batch.fileName())
                                .build()
                                .toString())
                .body(claims.content(id));
    }

    private Batch find(UUID id) {
        return claims.batch(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void shown(SignedIn who, Batch batch, List<Claim> inIt) {
        audit.shown(
                who.actor(),
                "claims file " + batch.fileName(),
                inIt.stream().map(claim -> claim.patient().value()).distinct().toList(),
                "billing");
    }
}
