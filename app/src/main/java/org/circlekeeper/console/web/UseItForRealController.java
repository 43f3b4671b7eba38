package org.circlekeeper.console.web;

import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How to begin for real: three ways, what each needs, and how to leave again. */
@Controller
@ConditionalOnWebApplication
class UseItForRealController {

    /** The least that opens a practice. */
    static final String SMALLEST = """
            {
              "name": "Your practice",
              "npi": "1234567893",
              "taxId": "123456789",
              "taxonomy": "261QM0850X",
              "phone": "3125550100",
              "address": {
                "line": "1 Your Street",
                "city": "Chicago",
                "state": "IL",
                "zip": "606140001"
              },
              "timeZone": "America/Chicago"
            }""";

    @Needs(Permission.SEE_TODAY)
    @GetMapping("/use-it-for-real")
    ModelAndView show() {
        return new ModelAndView("org/circlekeeper/console/web/use-it-for-real", "page", SMALLEST);
    }
}
