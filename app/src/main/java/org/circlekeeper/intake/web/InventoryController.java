package org.circlekeeper.intake.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.intake.Campaign;
import org.circlekeeper.intake.Talks;
import org.circlekeeper.intake.web.InventoryPage.Show;
import org.circlekeeper.intake.web.InventoryPage.View;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which member has which paper, in which version and how it stands: the inventory that an auditor reads. */
@Controller
@ConditionalOnWebApplication
public class InventoryController {

    private final InventoryPages pages;
    private final Campaign campaign;
    private final Talks talks;
    private final Caseloads caseloads;
    private final Practices practices;

    InventoryController(
            InventoryPages pages, Campaign campaign, Talks talks, Caseloads caseloads, Practices practices) {
        this.pages = pages;
        this.campaign = campaign;
        this.talks = talks;
        this.caseloads = caseloads;
        this.practices = practices;
    }

    @Needs(Permission.SEE_PAPERS)
    @GetMapping("/papers")
    ModelAndView show(
            SignedIn who,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam Map<String, String> asked) {
        var form = Filled.in("days", asked);
        var view = view(group, document, show, form);
        return page(who, view, form.isWrong() ? form : Filled.blank(""));
    }

    /** The same with every row and every paper, as a file. */
    @Needs(Permission.SEE_PAPERS)
    @GetMapping("/papers/inventory.csv")
    ResponseEntity<byte[]> file(
            SignedIn who,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam Map<String, String> asked) {
        var view = view(group, document, show, Filled.in("days", asked));
        view.group().ifPresent(one -> caseloads.open(who, one));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"papers.csv\"")
                .body(pages.file(who, view).getBytes(StandardCharsets.UTF_8));
    }

    private static View view(@Nullable String group, String document, @Nullable String show, Filled days) {
        var from = days.dayIfAny("from", "Write the first day, or leave it empty.");
        var until = days.dayIfAny("until", "Write the last day, or leave it empty.");
        until.filter(day -> from.isPresent() && day.isBefore(from.get()))
                .ifPresent(_ -> days.refuse("until", "It is before the first day. Check both."));
        var only = chosen(group).orElse(null);
        return days.isWrong()
                ? new View(only, document, filter(show), null, null)
                : new View(only, document, filter(show), from.orElse(null), until.orElse(null));
    }

    /** Asks everyone who has an older version for the newest one. */
    @Needs(Permission.KEEP_PAPERS)
    @PostMapping("/papers/renewals")
    Object renew(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("renew", typed);
        var which = form.text("form", "Choose the paper.");
        var due = form.day("due", "Write the day by which the new version is to be there.");
        due.filter(day -> day.isBefore(practices.today()))
                .ifPresent(_ -> form.refuse("due", "That day is past. Choose one to come."));
        if (form.isWrong()) {
            return page(who, View.EVERYONE, form);
        }
        var asked = campaign.renew(which.orElseThrow(), due.orElseThrow(), who.actor());
        if (asked.asked() == 0 && !asked.against().isEmpty()) {
            form.refuse("form", asked.against());
            return page(who, View.EVERYONE, form);
        }
        return Next.to("/papers?show=ALL").saying(said(asked, due.orElseThrow()));
    }

    /** The newer version asks nobody for anything new: whoever has an older one is left alone. */
    @Needs(Permission.KEEP_PAPERS)
    @PostMapping("/papers/renewals/none")
    Object leave(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("leave", typed);
        var which = form.text("form", "Choose the paper.");
        var why = form.text("why", "Say why the older version will do.");
        if (form.isWrong()) {
            return page(who, View.EVERYONE, form);
        }
        return campaign.leave(which.orElseThrow(), why.orElseThrow(), who.actor())
                ? Next.to("/papers?show=ALL").saying("Written down: the older version will do, until the next one.")
                : Next.to("/papers?show=ALL").refusing("There is no such paper in use.");
    }

    private static String said(Campaign.Outcome asked, LocalDate due) {
        return Words.count(asked.asked(), "member is", "members are") + " asked for it, until " + Words.day(due) + "."
                + (asked.notWritten() == 0
                        ? ""
                        : " " + Words.count(asked.notWritten(), "member reads", "members read")
                                + " a language in which it is not written: they were left out.")
                + (asked.against().isEmpty() ? "" : " Others were not asked. " + asked.against());
    }

    @Needs(Permission.TAKE_ATTENDANCE)
    @PostMapping("/papers/talks")
    Object talked(SignedIn who, @RequestParam GroupId group) {
        caseloads.open(who, group);
        talks.held(group, practices.today(), who.actor());
        return Next.to("/papers?group=" + group).saying("Written down: the group was talked to.");
    }

    private ModelAndView page(SignedIn who, View view, Filled form) {
        view.group().ifPresent(one -> caseloads.open(who, one));
        var shown = new ModelAndView("org/circlekeeper/intake/web/inventory", "page", pages.page(who, view, form));
        shown.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return shown;
    }

    /** What is no group of anybody's chooses none. */
    private static Optional<GroupId> chosen(@Nullable String group) {
        try {
            return group == null || group.isBlank()
                    ? Optional.empty()
                    : Optional.of(new GroupId(UUID.fromString(group)));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private static Show filter(@Nullable String show) {
        for (var one : Show.values()) {
            if (one.name().equals(show)) {
                return one;
            }
        }
        return Show.ALL;
    }
}
