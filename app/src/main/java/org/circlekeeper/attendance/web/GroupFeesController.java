package org.circlekeeper.attendance.web;

import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.OwnFeeForm;
import org.circlekeeper.roster.OwnFees;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives a single group a fee of its own. */
@Controller
@ConditionalOnWebApplication
public class GroupFeesController {

    private final GroupPages pages;
    private final OwnFees fees;

    GroupFeesController(GroupPages pages, OwnFees fees) {
        this.pages = pages;
        this.fees = fees;
    }

    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/groups/{id}/fees")
    Object charge(SignedIn who, @PathVariable GroupId id, @RequestParam Map<String, String> typed) {
        pages.open(id, who);
        var form = Filled.in("fee", typed);
        var fee = OwnFeeForm.read(form, null, id);
        if (fee.isEmpty()) {
            return pages.show(id, who, form);
        }
        fees.charge(fee.get(), who.actor());
        return Next.to("/groups/" + id).saying("The fee is set. Claims that are not filed yet follow.");
    }
}
