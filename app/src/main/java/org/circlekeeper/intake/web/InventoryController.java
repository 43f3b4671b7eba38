package org.circlekeeper.intake.web;

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
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
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
            @RequestParam(required = false) @Nullable String show) {
        return page(who, chosen(group), document, filter(show), Filled.blank(""));
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
            return page(who, Optional.empty(), "", Show.ALL, form);
        }
        var asked = campaign.renew(which.orElseThrow(), due.orElseThrow(), who.actor());
        return Next.to("/papers?show=ALL").saying(said(asked, due.orElseThrow()));
    }

    private static String said(Campaign.Outcome asked, LocalDate due) {
        return Words.count(asked.asked(), "member is", "members are") + " asked for it, until " + Words.day(due) + "."
                + (asked.notWritten() == 0
                        ? ""
                        : " " + Words.count(asked.notWritten(), "member reads", "members read")
                                + " a language in which it is not written: they were left out.");
    }

    @Needs(Permission.TAKE_ATTENDANCE)
    @PostMapping("/papers/talks")
    Object talked(SignedIn who, @RequestParam GroupId group) {
        caseloads.open(who, group);
        talks.held(group, practices.today(), who.actor());
        return Next.to("/papers?group=" + group).saying("Written down: the group was talked to.");
    }

    private ModelAndView page(SignedIn who, Optional<GroupId> group, String document, Show show, Filled form) {
        group.ifPresent(one -> caseloads.open(who, one));
        var view = new ModelAndView(
                "org/circlekeeper/intake/web/inventory", "page", pages.page(who, group, document, show, form));
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
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
