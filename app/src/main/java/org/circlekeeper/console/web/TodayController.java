package org.circlekeeper.console.web;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Set;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.assistant.Approvals;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.JournalEntry.Kind;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.console.Today;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** The first page: what was done, what is asked and why, and who meets today. */
@Controller
@ConditionalOnWebApplication
class TodayController {

    /** So many proposals are answered with one press; the rest stays on the page. */
    private static final int MOST_AT_ONCE = 500;

    private final TodayPages pages;
    private final Today today;
    private final Approvals approvals;
    private final Rounds rounds;

    TodayController(TodayPages pages, Today today, Approvals approvals, Rounds rounds) {
        this.pages = pages;
        this.today = today;
        this.approvals = approvals;
        this.rounds = rounds;
    }

    @Bean
    static NavEntry todayEntry() {
        return new NavEntry(100, "Today", "/", "t", Permission.SEE_TODAY);
    }

    @Needs(Permission.SEE_TODAY)
    @GetMapping("/")
    ModelAndView show(SignedIn who) {
        return new ModelAndView("org/circlekeeper/console/web/today", "page", pages.of(who));
    }

    /** Writes the yes down; once that is kept, the work is done at once and the next page says what happened. */
    @Needs(Permission.ANSWER_QUESTIONS)
    @PostMapping("/today/do")
    View agree(SignedIn who, @RequestParam String duty, @RequestParam MultiValueMap<String, String> form) {
        var manner = today.mannerOf(duty);
        if (!Answering.mayAgree(who, manner)) {
            throw new NotYours(
                    manner.agreement() == null
                            ? manner.seen()
                            : manner.agreement().needs());
        }
        var keys = form.getOrDefault("key", List.of()).stream()
                .distinct()
                .limit(MOST_AT_ONCE)
                .toList();
        approvals.approve(duty, keys, who);
        return (model, request, response) -> {
            var entries = duty.equals(Answering.FILING)
                    ? rounds.make(who.practice())
                    : rounds.makeBut(who.practice(), Set.of(Answering.FILING));
            Next.to("/").saying(told(entries, duty, keys)).render(model, request, response);
        };
    }

    /**
     * Looks at everything at once, as happens every few minutes anyway; claims that leave by themselves wait for it.
     */
    @Needs(Permission.ANSWER_QUESTIONS)
    @PostMapping("/today/look")
    View look(SignedIn who) {
        return (model, request, response) -> {
            var entries = rounds.makeBut(who.practice(), Set.of(Answering.FILING));
            Next.to("/")
                    .saying(
                            entries.isEmpty()
                                    ? "I looked at everything. Nothing has changed."
                                    : "I looked at everything: " + Words.count(entries.size(), "new line", "new lines")
                                            + ".")
                    .render(model, request, response);
        };
    }

    /** How many were done. What they were stands in the journal: it may name people, and this is kept in a cookie. */
    private static String told(List<JournalEntry> entries, String duty, List<String> keys) {
        var last = entries.stream()
                .filter(entry -> entry.duty().equals(duty) && keys.contains(entry.key()))
                .collect(toMap(JournalEntry::key, JournalEntry::kind, (_, later) -> later));
        long done = last.values().stream().filter(kind -> kind == Kind.DID).count();
        long failed = last.values().stream().filter(kind -> kind == Kind.FAILED).count();
        if (done == keys.size()) {
            return done == 1
                    ? "Done. The journal has the line."
                    : "All " + done + " are done. The journal has a line for each.";
        }
        if (failed > 0) {
            return done + " of " + keys.size() + " done. The journal says why " + failed + " could not be.";
        }
        return done == 0
                ? "Nothing was done: it had changed in the meantime, or could not be done. The journal says which."
                : done + " of " + keys.size() + " are done; the others had changed in the meantime.";
    }
}
