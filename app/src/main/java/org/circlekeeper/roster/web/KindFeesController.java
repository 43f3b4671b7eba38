package org.circlekeeper.roster.web;

import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.roster.OwnFeeForm;
import org.circlekeeper.roster.OwnFees;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Gives a kind of group a fee of its own. */
@Controller
@ConditionalOnWebApplication
public class KindFeesController {

    private final KindPages pages;
    private final Kinds kinds;
    private final OwnFees fees;

    KindFeesController(KindPages pages, Kinds kinds, OwnFees fees) {
        this.pages = pages;
        this.kinds = kinds;
        this.fees = fees;
    }

    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/groups/kinds/{id}/fees")
    Object charge(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        if (kinds.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var form = Filled.in("fee-" + id, typed);
        var fee = OwnFeeForm.read(form, id, null);
        if (fee.isEmpty()) {
            return pages.show(form);
        }
        fees.charge(fee.get(), who.actor());
        return Next.to("/groups/kinds").saying("The fee is set. Claims that are not filed yet follow.");
    }
}
