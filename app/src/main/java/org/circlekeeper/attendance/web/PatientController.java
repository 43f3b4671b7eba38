package org.circlekeeper.attendance.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.DiagnosisCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One member: seats, visits, insurance and papers; here diagnoses and plans are recorded. */
@Controller
@ConditionalOnWebApplication
public class PatientController {

    private static final int MOST_DIAGNOSES = 12;

    private final PatientPages pages;
    private final Charts charts;

    PatientController(PatientPages pages, Charts charts) {
        this.pages = pages;
        this.charts = charts;
    }

    @Needs(Permission.SEE_PATIENTS)
    @GetMapping("/patients/{id}")
    ModelAndView show(SignedIn who, @PathVariable PatientId id) {
        return pages.show(id, who, Filled.blank(""));
    }

    @Needs(Permission.KEEP_CHARTS)
    @PostMapping("/patients/{id}/diagnoses")
    Object diagnose(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        pages.forKeeper(id, who);
        var form = Filled.in("diagnoses", typed);
        var codes = form.read(
                "codes",
                "Write ICD-10-CM codes with commas between them, the principal one first: F33.1, F41.1.",
                PatientController::codes);
        var from = form.day("from", "Choose the first day on which they hold.");
        codes.filter(list -> list.size() > MOST_DIAGNOSES)
                .ifPresent(_ -> form.refuse("codes", "A claim carries twelve at the most. Leave the least ones out."));
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        charts.diagnose(id, codes.orElseThrow(), from.orElseThrow(), who.actor());
        return Next.to("/patients/" + id).saying("Diagnoses recorded. Earlier ones end the day before.");
    }

    @Needs(Permission.KEEP_CHARTS)
    @PostMapping("/patients/{id}/plans")
    Object plan(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        pages.forKeeper(id, who);
        var form = Filled.in("plan", typed);
        var days = span(form);
        var signed = form.text("signed", "Say who signed the plan.");
        var kept = form.text("kept", "Say where the plan is kept.");
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        charts.recordPlan(id, days.orElseThrow(), signed.orElseThrow(), kept.orElseThrow(), who.actor());
        return Next.to("/patients/" + id).saying("Plan recorded.");
    }

    /** The fields {@code from} and {@code to}, both needed. */
    static Optional<DateRange> span(Filled form) {
        var from = form.day("from", "Choose the first day.");
        var to = form.day("to", "Choose the last day.");
        return span(form, from, to);
    }

    static Optional<DateRange> span(Filled form, Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            form.refuse("to", "It would end before it begins. Check both dates.");
        }
        return form.isWrong() || from.isEmpty()
                ? Optional.empty()
                : Optional.of(new DateRange(from.get(), to.orElse(null)));
    }

    private static List<DiagnosisCode> codes(String text) {
        return Arrays.stream(text.split("[,;\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(DiagnosisCode::read)
                .distinct()
                .toList();
    }
}
