package org.circlekeeper.intake.web;

import org.circlekeeper.frame.ErrorPages;
import org.circlekeeper.intake.PaperMoved;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A paper that moved between being looked at and the press of a button: said as that, not as something broken. */
@ControllerAdvice
@Order(0)
@ConditionalOnWebApplication
class MovedPapers {

    @ExceptionHandler
    ModelAndView moved(PaperMoved paper) {
        return ErrorPages.changedMeanwhile(paper.getMessage());
    }
}
