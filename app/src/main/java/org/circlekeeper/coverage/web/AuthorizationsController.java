package org.circlekeeper.coverage.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.coverage.Packets;
import org.circlekeeper.coverage.ReviewFiles;
import org.circlekeeper.coverage.web.AuthorizationsPage.Show;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Payers;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All authorizations that matter, and one form that asks for many. */
@Controller
@ConditionalOnWebApplication
public class AuthorizationsController {

    /** While packets are printed nobody else in the practice can write: so many take a few seconds. */
    private static final int MOST_AT_ONCE = 25;

    private final AuthorizationsPages pages;
    private final Packets packets;
    private final ReviewFiles files;
    private final Payers payers;

    AuthorizationsController(AuthorizationsPages pages, Packets packets, ReviewFiles files, Payers payers) {
        this.pages = pages;
        this.packets = packets;
        this.files = files;
        this.payers = payers;
    }

    @Bean
    static NavEntry authorizations() {
        return new NavEntry(390, "Authorizations", "/authorizations", "z", Permission.KEEP_COVERAGE);
    }

    @Needs(Permission.KEEP_COVERAGE)
    @GetMapping("/authorizations")
    ModelAndView show(SignedIn who, @RequestParam(required = false) @Nullable String show) {
        return page(who, filter(show), Filled.blank("care"));
    }

    /** Makes a request, with its packet, for each that is chosen. */
    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/authorizations/requests")
    Object ask(SignedIn who, @RequestParam(required = false) @Nullable List<String> care) {
        var chosen = pages.chosen(care == null ? List.of() : care);
        if (chosen.isEmpty()) {
            var form = Filled.in("care", Map.of());
            form.refuse("care", "Choose whom to ask for: tick Ask in their line.");
            return page(who, Show.ALL, form);
        }
        var now = chosen.stream().limit(MOST_AT_ONCE).toList();
        var made = packets.ask(now, who.actor());
        int left = now.size() - made;
        int later = chosen.size() - now.size();
        return Next.to("/authorizations")
                .saying(Words.count(made, "request is", "requests are")
                        + " made, each with its packet. Send them, and write down how."
                        + (left == 0 ? "" : " " + left + " left out: asked for already, or the payer may not be told.")
                        + (later == 0
                                ? ""
                                : " " + MOST_AT_ONCE + " are made at a time: choose the other " + later + " again."));
    }

    /** Sends all that this payer is to be asked in one file. */
    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/authorizations/file")
    Object send(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("file", typed);
        var payer = form.read("payer", "Choose a payer.", UUID::fromString)
                .filter(id -> payers.all().stream().anyMatch(one -> one.id().equals(id)));
        if (payer.isEmpty()) {
            form.refuse("payer", "Choose a payer for whom requests wait.");
            return page(who, Show.ALL, form);
        }
        var outcome = files.send(payer.get(), who.actor());
        var left = outcome.reasons().isEmpty()
                ? ""
                : " " + Words.count(outcome.reasons().size(), "request stays", "requests stay") + ": "
                        + String.join(
                                "; ", outcome.reasons().stream().distinct().toList()) + ".";
        var next = Next.to("/authorizations");
        return outcome.written() == 0
                ? next.refusing("Nothing was sent." + left)
                : next.saying(Words.count(outcome.written(), "request is", "requests are") + " in the file "
                        + outcome.file() + "." + left);
    }

    private ModelAndView page(SignedIn who, Show show, Filled form) {
        var view =
                new ModelAndView("org/circlekeeper/coverage/web/authorizations", "page", pages.page(who, show, form));
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
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
