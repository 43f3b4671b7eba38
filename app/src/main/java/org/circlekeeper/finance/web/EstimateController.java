package org.circlekeeper.finance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.finance.Estimate;
import org.circlekeeper.finance.Estimates;
import org.circlekeeper.finance.OpenEstimates;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.GroupId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Good-faith estimates of one member: asked for, written, shown to be printed, and given. */
@Controller
@ConditionalOnWebApplication
public class EstimateController {

    /** Nobody writes down what was asked or given longer ago. */
    private static final int DAYS_BACK = 60;

    private final MoneyPages pages;
    private final Estimates estimates;
    private final OpenEstimates open;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    EstimateController(
            MoneyPages pages,
            Estimates estimates,
            OpenEstimates open,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.pages = pages;
        this.estimates = estimates;
        this.open = open;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/patients/{id}/money/asked")
    Object asked(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        var patient = pages.patient(id);
        var form = Filled.in(MoneyPages.ASKED, typed);
        var key = key(form);
        var group = group(form);
        var on = form.day("on", "Choose the day on which they asked.");
        on.filter(this::isOutside)
                .ifPresent(_ -> form.refuse("on", "Choose a day of the last sixty, today at the latest."));
        var claim = form.read("claim", "Choose whether a claim is to be filed.", EstimateController::yes);
        form.readIfAny("note", "Shorten it: 500 characters are the most.", Filled.atMost(500));
        if (form.isWrong()) {
            return pages.show(who, patient, form);
        }
        estimates.asked(
                key, id, group.orElseThrow(), on.orElseThrow(), claim.orElseThrow(), form.value("note"), who.actor());
        return Next.to("/patients/" + id + "/money").saying("Wrote down that they asked.");
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/patients/{id}/estimates")
    Object make(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        var patient = pages.patient(id);
        var form = Filled.in(MoneyPages.MAKE, typed);
        var key = key(form);
        var group = group(form);
        var from = form.day("from", "Choose the day from which on it tells of sessions.");
        if (form.isWrong()) {
            return pages.show(who, patient, form);
        }
        return switch (estimates.make(key, id, group.orElseThrow(), from.orElseThrow(), who.actor())) {
            case Estimates.Made.Kept made ->
                Next.to("/patients/" + id + "/estimates/" + made.id())
                        .saying("Written. Print it or send it, then write down that they have it.");
            case Estimates.Made.Refused refused ->
                pages.show(who, patient, form.refuse(refused.field(), refused.sentence()));
        };
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping("/patients/{id}/estimates/{estimate}")
    ModelAndView show(SignedIn who, @PathVariable PatientId id, @PathVariable UUID estimate) {
        return view(who, estimate(id, estimate), Filled.blank("given"));
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/patients/{id}/estimates/{estimate}/given")
    Object given(
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable UUID estimate,
            @RequestParam Map<String, String> typed) {
        var known = estimate(id, estimate);
        var form = Filled.in("given", typed);
        var key = key(form);
        var on = form.day("on", "Choose the day on which they got it.");
        on.filter(day -> day.isAfter(practices.today()) || day.isBefore(madeOn(known)))
                .ifPresent(_ -> form.refuse("on", "Choose a day from that on which it was written to today."));
        var way = form.read("way", "Choose how they got it.", Estimate.Way::valueOf);
        var to = form.read("to", "Write to whom, in at most 80 characters.", MoneyController.name());
        if (form.isWrong()) {
            return view(who, known, form);
        }
        var label = who.actor().label();
        estimates.give(
                key,
                known,
                new Estimate.Giving(
                        on.orElseThrow(), way.orElseThrow(), to.orElseThrow(), label, label, clock.instant()),
                who.actor());
        return Next.to("/patients/" + id + "/estimates/" + estimate).saying("Wrote down that they have it.");
    }

    private LocalDate madeOn(Estimate estimate) {
        return LocalDate.ofInstant(estimate.madeAt(), practices.current().zone());
    }

    private ModelAndView view(SignedIn who, Estimate estimate, Filled sent) {
        audit.shown(
                who.actor(),
                "an estimate of a member",
                List.of(estimate.patient().value()),
                "estimate " + estimate.id());
        var watched = open.of(estimate.patient()).watched().stream()
                .filter(one -> one.estimate().id().equals(estimate.id()))
                .findFirst()
                .orElse(null);
        var form = sent.isWrong()
                ? sent
                : sent.with("id", estimates.newId())
                        .with("on", practices.today())
                        .with("to", "the member");
        var page = new EstimatePage(estimate, watched, form, practices.current());
        var view = new ModelAndView("org/circlekeeper/finance/web/estimate", "page", page);
        if (sent.isWrong()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private Estimate estimate(PatientId id, UUID estimate) {
        pages.patient(id);
        return estimates.of(id).stream()
                .filter(one -> one.id().equals(estimate))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private UUID key(Filled form) {
        return form.readIfAny("id", "Open the page anew and write it down there.", UUID::fromString)
                .orElseGet(estimates::newId);
    }

    /** A group that goes on. */
    private Optional<GroupId> group(Filled form) {
        var group = form.read("group", "Choose the group.", GroupId::of);
        return group.filter(id -> {
            boolean known = estimates.groups().stream().anyMatch(one -> one.id().equals(id));
            if (!known) {
                form.refuse("group", "Choose a group that goes on.");
            }
            return known;
        });
    }

    private boolean isOutside(LocalDate day) {
        return day.isAfter(practices.today()) || day.isBefore(practices.today().minusDays(DAYS_BACK));
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "YES" -> true;
            case "NO" -> false;
            default -> throw new IllegalArgumentException("Neither yes nor no");
        };
    }
}
