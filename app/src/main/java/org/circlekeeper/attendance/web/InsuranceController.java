package org.circlekeeper.attendance.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A member's insurance and authorizations: recorded, and ended after a last day. */
@Controller
@ConditionalOnWebApplication
public class InsuranceController {

    private static final String SELF = "18";

    private final PatientPages pages;
    private final Coverages coverages;
    private final Payers payers;

    InsuranceController(PatientPages pages, Coverages coverages, Payers payers) {
        this.pages = pages;
        this.coverages = coverages;
        this.payers = payers;
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/patients/{id}/coverages")
    Object add(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        pages.patient(id);
        var form = Filled.in("insurance", typed);
        var read = read(form, id);
        read.filter(this::isTaken)
                .ifPresent(_ -> form.refuse(
                        "rank",
                        "Another insurance has that place on some of these days. End it, or choose the next place."));
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        coverages.add(List.of(read.orElseThrow()), who.actor(), "typed in");
        return Next.to("/patients/" + id).saying("Insurance recorded.");
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/patients/{id}/coverages/{coverage}/end")
    Object end(
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable UUID coverage,
            @RequestParam Map<String, String> typed) {
        var known = coverages.of(id).stream()
                .filter(row -> row.id().equals(coverage))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = Filled.in("end-" + coverage, typed);
        var last = form.day("last", "Choose the last day on which it pays.");
        last.filter(day -> day.isBefore(known.days().first()))
                .ifPresent(_ -> form.refuse("last", "It begins later than that. Choose a day after it begins."));
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        coverages.end(coverage, last.orElseThrow(), who.actor(), "typed in");
        return Next.to("/patients/" + id).saying("The insurance ends after that day.");
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/patients/{id}/authorizations")
    Object authorize(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        pages.patient(id);
        var form = Filled.in("authorization", typed);
        var payer = payer(form);
        var number = form.text("number", "Write the number that the payer gave.");
        var code = form.read("code", "Write the code it is for, as in 90853.", ProcedureCode::new);
        var units = form.read("units", "Write how many visits it covers, from 1 to 999.", Filled.whole(1, 999));
        var days = PatientController.span(form);
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        coverages.add(
                new Authorization(
                        coverages.newId(),
                        id,
                        payer.orElseThrow(),
                        number.orElseThrow(),
                        code.orElseThrow(),
                        units.orElseThrow(),
                        days.orElseThrow()),
                who.actor());
        return Next.to("/patients/" + id).saying("Authorization recorded.");
    }

    private Optional<Coverage> read(Filled form, PatientId patient) {
        var payer = payer(form);
        var member = form.read("member", "Write the member id as the card has it.", InsuranceController::memberId);
        var rank = form.read("rank", "Choose who pays first.", text -> known(PatientPage.RANKS, text));
        var relationship = form.read(
                "relationship", "Choose who holds the policy.", text -> known(PatientPage.RELATIONSHIPS, text));
        boolean dependent = relationship.isPresent() && !relationship.get().equals(SELF);
        if (dependent) {
            form.text("holderLast", "Write the name of who holds the policy: claims of a dependent carry it.");
        }
        var from = form.day("from", "Choose the first day on which it pays.");
        var to = form.dayIfAny("to", "Choose the last day, or leave it empty.");
        var days = PatientController.span(form, from, to);
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new Coverage(
                        coverages.newId(),
                        patient,
                        payer.orElseThrow(),
                        rank.orElseThrow(),
                        member.orElseThrow(),
                        form.value("group"),
                        relationship.orElseThrow(),
                        dependent ? new PersonName(form.value("holderFirst"), form.value("holderLast")) : null,
                        days.orElseThrow(),
                        "typed in"));
    }

    private Optional<UUID> payer(Filled form) {
        var payer = form.read("payer", "Choose who pays.", UUID::fromString)
                .filter(id -> payers.all().stream().anyMatch(known -> known.id().equals(id)));
        if (payer.isEmpty()) {
            form.refuse("payer", "Choose who pays. A new payer is added on the page Payers.");
        }
        return payer;
    }

    private boolean isTaken(Coverage fresh) {
        return coverages.of(fresh.patient()).stream()
                .anyMatch(known -> known.rank().equals(fresh.rank()) && touch(known.days(), fresh.days()));
    }

    private static boolean touch(DateRange one, DateRange other) {
        return one.includes(other.first()) || other.includes(one.first());
    }

    /** 2010BA NM109 holds two to eighty characters. */
    private static String memberId(String text) {
        var id = text.replace(" ", "");
        if (!id.matches("[A-Za-z0-9-]{2,80}")) {
            throw new IllegalArgumentException("Not a member id");
        }
        return id;
    }

    private static String known(List<Choice> choices, String value) {
        if (choices.stream().noneMatch(choice -> choice.value().equals(value))) {
            throw new IllegalArgumentException("Not in the list");
        }
        return value;
    }
}
