package org.circlekeeper.finance.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.finance.Outcome;
import org.circlekeeper.finance.Talk;
import org.circlekeeper.finance.TalkWay;
import org.circlekeeper.finance.Talks;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.Money;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What visits cost one member: the gaps, what to say, and the talks as they were written down. */
@Controller
@ConditionalOnWebApplication
public class MoneyController {

    private static final int LONGEST_NAME = 80;
    private static final Pattern DOLLARS = Pattern.compile("\\$?\\d{1,6}(\\.\\d{1,2})?");

    private final MoneyPages pages;
    private final Talks talks;

    MoneyController(MoneyPages pages, Talks talks) {
        this.pages = pages;
        this.talks = talks;
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping("/patients/{id}/money")
    ModelAndView show(SignedIn who, @PathVariable PatientId id) {
        return pages.show(who, pages.patient(id), Filled.blank(""));
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/patients/{id}/money/talks")
    Object record(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        var patient = pages.patient(id);
        var form = Filled.in(MoneyPages.TALK, typed);
        var key = form.readIfAny("talk", "Open the page anew and write it down there.", UUID::fromString)
                .orElseGet(talks::newId);
        var said = said(form);
        if (said.isEmpty()) {
            return pages.show(who, patient, form);
        }
        return switch (talks.record(key, id, form.value("gap"), said.get(), who.actor())) {
            case Talks.Recorded.Kept _ ->
                Next.to("/patients/" + id + "/money").saying("Wrote down what came of the talk.");
            case Talks.Recorded.Refused refused -> {
                refused.why().forEach(why -> form.refuse(why.field(), why.sentence()));
                yield pages.show(who, patient, form);
            }
            case Talks.Recorded.Gone _ -> pages.show(who, patient, form.refuse("gap", "It does not stand any more."));
        };
    }

    private static Optional<Talk.Said> said(Filled form) {
        var day = form.day("day", "Choose the day of the talk.");
        var how = form.read("how", "Choose how you talked.", TalkWay::valueOf);
        var by = form.read("by", "Write who of the practice talked, in at most 80 characters.", name());
        var with = form.read("with", "Write with whom, in at most 80 characters.", name());
        var outcome = form.read("outcome", "Choose what came of it.", Outcome::valueOf);
        var amount = form.readIfAny("amount", "Write dollars, as in 60 or 60.50.", MoneyController::dollars);
        form.readIfAny("basis", "Shorten it: 500 characters are the most.", Filled.atMost(500));
        form.readIfAny("note", "Shorten it: 500 characters are the most.", Filled.atMost(500));
        var leader = form.readIfAny("leader", "Choose which leader opted out.", PractitionerId::of);
        var since = form.dayIfAny("since", "Choose the day since which they have opted out.");
        if (leader.isPresent() && !form.has("since")) {
            form.refuse("since", "Write since which day they have opted out, or choose nobody.");
        }
        if (since.isPresent() && !form.has("leader")) {
            form.refuse("leader", "Choose which leader opted out, or leave the day empty.");
        }
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new Talk.Said(
                        day.orElseThrow(),
                        by.orElseThrow(),
                        with.orElseThrow(),
                        how.orElseThrow(),
                        outcome.orElseThrow(),
                        amount.orElse(null),
                        form.value("basis"),
                        form.value("note"),
                        leader.isPresent() && since.isPresent() ? new Talk.OptOut(leader.get(), since.get()) : null));
    }

    static Function<String, String> name() {
        return Filled.atMost(LONGEST_NAME);
    }

    private static Money dollars(String text) {
        if (!DOLLARS.matcher(text).matches()) {
            throw new IllegalArgumentException("Not an amount of dollars");
        }
        return Money.dollars(text.replaceFirst("^\\$", ""));
    }
}
