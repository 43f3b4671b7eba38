package org.circlekeeper.attendance.web;

import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.HoldId;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One membership: pausing it, going to another group, ending it, and taking that back. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/groups/{id}/memberships/{membership}")
public class EpisodeController {

    private static final String ENDS =
            "The group ends. Say a later last day for them instead, up to the last one of the group.";

    private final EpisodePages pages;
    private final Rosters rosters;
    private final Practices practices;

    EpisodeController(EpisodePages pages, Rosters rosters, Practices practices) {
        this.pages = pages;
        this.rosters = rosters;
        this.practices = practices;
    }

    /** How it stands; with {@code change} and its days, what that change would bring. */
    @Needs(Permission.KEEP_GROUPS)
    @GetMapping
    ModelAndView show(
            SignedIn who,
            @PathVariable GroupId id,
            @PathVariable MembershipId membership,
            @RequestParam(defaultValue = "") String change,
            @RequestParam Map<String, String> typed) {
        boolean asked = typed.size() > 1;
        return pages.show(
                id, membership, who, asked ? change : "", asked ? Filled.in(change, typed) : Filled.blank(""));
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/hold")
    Object hold(
            SignedIn who,
            @PathVariable GroupId id,
            @PathVariable MembershipId membership,
            @RequestParam Map<String, String> typed) {
        var episode = pages.episode(id, membership);
        var form = Filled.in(EpisodePages.HOLD, typed);
        var pause = pages.pause(form, episode);
        var reason = form.text("reason", "Say why they pause, as in: away for work.");
        if (form.isWrong()) {
            return pages.show(id, membership, who, EpisodePages.HOLD, form);
        }
        var days = pause.orElseThrow();
        if (!rosters.hold(membership, days.first(), days.last(), reason.orElseThrow(), who.actor())) {
            form.refuse("first", "The membership was changed meanwhile. Look at its days and choose others.");
            return pages.show(id, membership, who, EpisodePages.HOLD, form);
        }
        return Next.to("/groups/" + id).saying("They pause on those days and keep the seat.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/holds/{hold}/end")
    Object endHold(
            SignedIn who,
            @PathVariable GroupId id,
            @PathVariable MembershipId membership,
            @PathVariable HoldId hold,
            @RequestParam Map<String, String> typed) {
        var known = pages.episode(id, membership).holds().stream()
                .filter(one -> one.id().equals(hold))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = Filled.in("end-hold-" + hold, typed);
        var back = form.day("back", "Choose the first day on which they are back.");
        back.filter(day -> day.isAfter(known.last().plusDays(1)))
                .ifPresent(_ -> form.refuse("back", "The pause is over before that. Choose an earlier day."));
        if (form.isWrong()) {
            return pages.show(id, membership, who, "", form);
        }
        rosters.endHold(membership, hold, back.orElseThrow().minusDays(1), who.actor());
        return Next.to("/groups/" + id).saying("They are expected again from that day on.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/transfer")
    Object transfer(
            SignedIn who,
            @PathVariable GroupId id,
            @PathVariable MembershipId membership,
            @RequestParam Map<String, String> typed) {
        var episode = pages.episode(id, membership);
        var form = Filled.in(EpisodePages.TRANSFER, typed);
        var move = pages.move(form, episode);
        var reason = form.text("reason", "Say why they go there.");
        if (!form.isWrong()) {
            transfer(form, episode, move.orElseThrow(), reason.orElseThrow(), who);
        }
        return form.isWrong()
                ? pages.show(id, membership, who, EpisodePages.TRANSFER, form)
                : Next.to("/groups/" + move.orElseThrow().to().id())
                        .saying("The seat here is theirs from that day on, and the other one is given up.");
    }

    private void transfer(Filled form, Membership episode, EpisodePages.Going move, String reason, SignedIn who) {
        var despite = form.has("despite") ? form.value("despite") : null;
        var asked = new Admission(move.to().id(), episode.patient(), DateRange.from(move.from()), despite);
        var joined = rosters.transfer(episode.id(), asked, reason, who.actor());
        if (joined.isEmpty()) {
            form.refuse("from", "Somebody has changed this membership meanwhile. Look at how it stands now.");
            return;
        }
        switch (joined.get()) {
            case Rosters.Joined.Seated _ -> {}
            case Rosters.Joined.Full(int capacity) -> form.refuse("from", SeatController.full(capacity));
            case Rosters.Joined.AlreadySeated _ -> form.refuse("to", "They have a seat in that group then already.");
            case Rosters.Joined.NotAdmitted(var findings) -> form.refuse("despite", SeatController.words(findings));
        }
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/end")
    Object leave(
            SignedIn who,
            @PathVariable GroupId id,
            @PathVariable MembershipId membership,
            @RequestParam Map<String, String> typed) {
        var episode = pages.episode(id, membership);
        var form = Filled.in(EpisodePages.END, typed);
        var last = pages.last(form, episode);
        var reason = form.text("reason", "Say why it ends: completed, moved away, did not come back.");
        if (form.isWrong()) {
            return pages.show(id, membership, who, EpisodePages.END, form);
        }
        var ending = Ending.valueOf(form.value("ending"));
        if (!rosters.leave(membership, last.orElseThrow(), ending, reason.orElseThrow(), who.actor())) {
            form.refuse("last", "Somebody else has the seat by then. Choose an earlier day.");
            return pages.show(id, membership, who, EpisodePages.END, form);
        }
        return Next.to("/groups/" + id).saying("The membership ends after that day. The seat is free from then on.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/go-on")
    Object goOn(
            SignedIn who,
            @PathVariable GroupId id,
            @PathVariable MembershipId membership,
            @RequestParam Map<String, String> typed) {
        pages.episode(id, membership);
        var form = Filled.in("go-on", typed);
        var reason = form.text("reason", "Say why they stay.");
        if (reason.isPresent() && !rosters.goOn(membership, reason.get(), who.actor())) {
            form.refuse("reason", pages.lastOf(id).isPresent() ? ENDS : taken(membership));
        }
        return form.isWrong()
                ? pages.show(id, membership, who, "", form)
                : Next.to("/groups/" + id).saying("They stay. The seat is theirs as before.");
    }

    private String taken(MembershipId membership) {
        var next = rosters.find(membership).map(Membership::next).flatMap(rosters::find);
        return next.filter(there -> !there.days().first().isAfter(practices.today()))
                        .isPresent()
                ? "They have begun in the other group. End their membership there, and give them a new seat here."
                : "Somebody else has the seat by then. Give them a new seat when one is free.";
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/withdraw")
    Object withdraw(
            SignedIn who,
            @PathVariable GroupId id,
            @PathVariable MembershipId membership,
            @RequestParam Map<String, String> typed) {
        pages.episode(id, membership);
        var form = Filled.in("withdraw", typed);
        Optional<String> reason = form.text("reason", "Say why they do not begin.");
        if (reason.isPresent() && !rosters.withdraw(membership, reason.get(), who.actor())) {
            form.refuse(
                    "reason",
                    rosters.goesOnFromAnother(membership)
                            ? "They come from another group. Take it back there, and they stay there."
                            : "It has begun. End it instead.");
        }
        return form.isWrong()
                ? pages.show(id, membership, who, "", form)
                : Next.to("/groups/" + id).saying("The seat is free again, as if it had never been given.");
    }
}
