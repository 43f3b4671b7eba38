package org.circlekeeper.assistant.web;

import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.frame.ErrorPages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * A step that a person pressed and somebody else made impossible: said in its own sentence, not as something broken.
 */
@ControllerAdvice
@Order(0)
@ConditionalOnWebApplication
class RefusedSteps {

    @ExceptionHandler
    ModelAndView refused(StepRefused step) {
        return ErrorPages.changedMeanwhile(step.getMessage());
    }
}
