package org.circlekeeper.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Open;
import org.circlekeeper.access.SignIn;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is shown when something cannot be: what happened, what is safe, what to do, and a reference. */
@Controller
@ControllerAdvice
@ConditionalOnWebApplication
public class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /** The class of SQLSTATEs for a value that cannot be stored (PostgreSQL, appendix A). */
    private static final String DATA_EXCEPTION = "22";

    private final AuditTrail audit;
    private final PracticeScope scope;
    private final ObjectProvider<OwnErrors> own;
    private final Clock clock;

    ErrorPages(AuditTrail audit, PracticeScope scope, ObjectProvider<OwnErrors> own, Clock clock) {
        this.audit = audit;
        this.scope = scope;
        this.own = own;
        this.clock = clock;
    }

    /** Everything the page shows. */
    public record Page(
            String title,
            String says,
            String remedy,
            @Nullable String reference) {}

    /** The page behind a link of one use that does not open any more. */
    public static ModelAndView linkIsUsed() {
        return show(
                HttpStatus.NOT_FOUND,
                new Page(
                        "This link does not open any more.",
                        "It works once and for two days. It was used already, or it is older than that.",
                        "If your password is set, sign in with it. If not, ask the owner of your practice for a new link.",
                        null));
    }

    /** What a person pressed was no longer possible: somebody else was faster. The sentence says what happened. */
    public static ModelAndView changedMeanwhile(String sentence) {
        return show(
                HttpStatus.CONFLICT,
                new Page(
                        "Somebody was faster.",
                        sentence + " Nothing of what you just did was kept.",
                        "Go back, load the page again, and look at it as it stands now.",
                        null));
    }

    /** Something that was kept is not what was kept: it is shown to nobody. The sentence says what is wrong with it. */
    public static ModelAndView notAsStored(String sentence) {
        return show(
                HttpStatus.CONFLICT,
                new Page(
                        "It is there, and is not shown.",
                        sentence,
                        "Tell the owner of the practice. That it was asked for is in the audit trail.",
                        null));
    }

    @ExceptionHandler
    ModelAndView notYours(NotYours refused, HttpServletRequest request) {
        if (request.getAttribute(SignIn.class.getName()) instanceof SignIn signIn) {
            note(signIn.who(), refused, request);
        }
        return show(
                HttpStatus.FORBIDDEN,
                new Page(
                        "Not yours to read.",
                        (refused.isAnotherLeaders()
                                        ? "You see the groups you lead, their sheets and their members."
                                        : "Your role in this practice does not open this page.")
                                + " That you asked is in the audit trail.",
                        refused.isAnotherLeaders()
                                ? "If your work needs more, ask the owner of the practice who leads what."
                                : "If your work needs it, ask the owner of the practice for the role.",
                        null));
    }

    @ExceptionHandler
    ModelAndView failed(Exception failure, HttpServletRequest request) {
        return failure instanceof ErrorResponse known ? show(request, known.getStatusCode()) : broken(request, failure);
    }

    /** An id in an address that is none leads nowhere; a field that holds something else could not be read. */
    @ExceptionHandler
    ModelAndView unreadable(MethodArgumentTypeMismatchException field, HttpServletRequest request) {
        boolean inAddress = field.getParameter().hasParameterAnnotation(PathVariable.class);
        return show(request, inAddress ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST);
    }

    /** What was sent is nothing that the database can keep: a day beyond its calendar, a byte that is no letter. */
    @ExceptionHandler
    ModelAndView unkeepable(DataAccessException failure, HttpServletRequest request) {
        return failure.getMostSpecificCause() instanceof SQLException said
                        && String.valueOf(said.getSQLState()).startsWith(DATA_EXCEPTION)
                ? show(request, HttpStatus.BAD_REQUEST)
                : broken(request, failure);
    }

    /** Whatever went wrong before a controller was reached, such as a form without its token. */
    @Open(because = "An error is shown to whoever meets it; the page tells nothing about any record.")
    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        var code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return show(request, HttpStatusCode.valueOf(code == null ? 404 : code));
    }

    /** The route is noted by its pattern: an address may carry an id that does not exist. */
    private void note(SignedIn who, NotYours refused, HttpServletRequest request) {
        var route = request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        scope.run(
                who.practice(),
                () -> audit.refused(who.actor(), "asked for " + route, "person " + who.person(), refused.why()));
    }

    private ModelAndView broken(HttpServletRequest request, Exception failure) {
        var reference = NewId.at(clock.instant()).toString().substring(24);
        LOG.error("Reference {}", reference, failure);
        var elsewhere = elsewhere(request, HttpStatus.INTERNAL_SERVER_ERROR);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        return show(
                HttpStatus.INTERNAL_SERVER_ERROR,
                new Page(
                        "That did not work.",
                        "Something in Circlekeeper broke. Nothing of what you just did was kept; all else is safe.",
                        "Go back and try once more.",
                        reference));
    }

    /** Where the request was going has a page of its own for it. */
    private Optional<ModelAndView> elsewhere(HttpServletRequest request, HttpStatusCode status) {
        var going = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = going instanceof String known ? known : request.getRequestURI();
        return own.stream().filter(one -> one.isOf(path)).findFirst().map(one -> one.page(request, status));
    }

    private ModelAndView show(HttpServletRequest request, HttpStatusCode status) {
        return elsewhere(request, status).orElseGet(() -> show(status));
    }

    private static ModelAndView show(HttpStatusCode status) {
        return show(
                status,
                switch (status.value()) {
                    case 403 ->
                        new Page(
                                "This form had been open too long.",
                                "It came without the mark that shows it is ours. Nothing was changed.",
                                "Go back, load the page again, and send it once more.",
                                null);
                    case 404 ->
                        new Page(
                                "Nothing is here.",
                                "There is no such page, or it belongs to another practice.",
                                "Check the address, or begin from the first page.",
                                null);
                    case 413 ->
                        new Page(
                                "That file is too large.",
                                "Nothing was read of it.",
                                "Split it and send the parts.",
                                null);
                    default ->
                        status.is4xxClientError()
                                ? new Page(
                                        "That could not be read.",
                                        "Something was missing, or was not what it should be. Nothing was changed.",
                                        "Go back and fill in the form again.",
                                        null)
                                : new Page(
                                        "That did not work.",
                                        "Something in Circlekeeper broke. All that was saved before is safe.",
                                        "Go back and try once more.",
                                        null);
                });
    }

    private static ModelAndView show(HttpStatusCode status, Page page) {
        var view = new ModelAndView("org/circlekeeper/frame/error", "page", page);
        view.setStatus(status);
        return view;
    }
}
