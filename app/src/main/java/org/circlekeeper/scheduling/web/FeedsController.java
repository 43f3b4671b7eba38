package org.circlekeeper.scheduling.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Open;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.scheduling.Feed;
import org.circlekeeper.scheduling.FeedId;
import org.circlekeeper.scheduling.Feeds;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Secret addresses under which a person's own calendar program reads: made here, shown once, revoked here. */
@Controller
@ConditionalOnWebApplication
public class FeedsController {

    private static final String PATH = "/calendar/feeds";
    private static final String VIEW = "org/circlekeeper/scheduling/web/feeds";
    private static final MediaType ICALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final Feeds feeds;
    private final Caseloads caseloads;
    private final Practices practices;

    FeedsController(Feeds feeds, Caseloads caseloads, Practices practices) {
        this.feeds = feeds;
        this.caseloads = caseloads;
        this.practices = practices;
    }

    /**
     * Everything the page shows.
     *
     * @param address what was just made, shown this once
     * @param whose whose calendars one may have
     * @param codes what stands for each group where names do not
     */
    public record Page(
            List<Row> rows,
            @Nullable String address,
            List<Choice> whose,
            List<Choice> modes,
            List<Choice> codes,
            Filled form) {}

    /** One address. */
    public record Row(String id, String what, String made, String read, boolean revoked) {}

    @Needs(Permission.SEE_CALENDAR)
    @GetMapping(PATH)
    ModelAndView show(SignedIn who) {
        return view(who, null, Filled.blank("feed").with("mode", Feed.Mode.CODE));
    }

    /** Answers with the page itself: the address on it is shown this once. */
    @Needs(Permission.SEE_CALENDAR)
    @PostMapping(PATH)
    ModelAndView make(HttpServletRequest request, SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("feed", typed);
        var mode = form.read("mode", "Choose what entries show.", Feed.Mode::valueOf);
        var whose = form.read("whose", "Choose whose calendar it is.", text -> whose(text, who));
        if (mode.filter(Feed.Mode.NAMES::equals).isPresent() && !form.has("warned")) {
            form.refuse("warned", "Tick that you have read the warning, or choose another way.");
        }
        if (form.isWrong()) {
            var view = view(who, null, form);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        var secret = feeds.make(who, whose.orElseThrow().equals("practice"), mode.orElseThrow());
        var address = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/calendar/" + secret + ".ics")
                .toUriString();
        return view(who, address, Filled.blank("feed").with("mode", Feed.Mode.CODE));
    }

    @Needs(Permission.SEE_CALENDAR)
    @PostMapping(PATH + "/{id}/revoke")
    Object revoke(SignedIn who, @PathVariable FeedId id) {
        if (!feeds.revoke(who, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Next.to(PATH).saying("Revoked. Calendars that read it keep what they have until they ask again.");
    }

    @Open(
            because =
                    "Calendar programs do not sign in; the address holds 256 secret bits, shows one person's calendar "
                            + "and is revoked by them.")
    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<String> read(@PathVariable String token) {
        return switch (feeds.read(token)) {
            case Feeds.Answer.Calendar(var text) ->
                ResponseEntity.ok()
                        .contentType(ICALENDAR)
                        .cacheControl(CacheControl.noStore())
                        .header("X-Robots-Tag", "noindex")
                        .body(text);
            case Feeds.Answer.TooOften(var pause) ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds()))
                        .build();
            case Feeds.Answer.NotThere() -> ResponseEntity.notFound().build();
        };
    }

    private static String whose(String text, SignedIn who) {
        if (choices(who).stream().noneMatch(choice -> choice.value().equals(text))) {
            throw new IllegalArgumentException("Not in the list");
        }
        return text;
    }

    private static List<Choice> choices(SignedIn who) {
        var own = new Choice("own", "What I lead");
        var practice = new Choice("practice", "The whole practice");
        if (who.practitioner() == null) {
            return who.may(Permission.SEE_WHOLE_PRACTICE) ? List.of(practice) : List.of();
        }
        return who.may(Permission.SEE_WHOLE_PRACTICE) ? List.of(own, practice) : List.of(own);
    }

    private ModelAndView view(SignedIn who, @Nullable String address, Filled form) {
        var zone = practices.current().zone();
        var rows = feeds.of(who).stream()
                .map(feed -> new Row(
                        feed.id().toString(),
                        (feed.practitioner() == null ? "The whole practice" : "What I lead") + ": "
                                + feed.mode().onScreen(),
                        "made " + Words.moment(feed.madeAt(), zone),
                        feed.fetchedAt() == null ? "not read yet" : "read last " + Words.moment(feed.fetchedAt(), zone),
                        feed.revokedAt() != null))
                .toList();
        var modes = Arrays.stream(Feed.Mode.values())
                .map(mode -> new Choice(mode.name(), mode.onScreen()))
                .toList();
        var codes = caseloads.groups(who).stream()
                .map(group -> new Choice(feeds.code(group.id()), group.name()))
                .toList();
        return new ModelAndView(VIEW, "page", new Page(rows, address, choices(who), modes, codes, form));
    }
}
