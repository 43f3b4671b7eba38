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

    @Needs(Permission.SEE_TODAY)
    @GetMapping("/use-it-for-real")
    ModelAndView show() {
        return new ModelAndView("org/circlekeeper/console/web/use-it-for-real");
    }
}
