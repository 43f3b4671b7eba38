package org.circlekeeper.waitlist.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.Offers;
import org.circlekeeper.waitlist.Place;
import org.circlekeeper.waitlist.Pool;
import org.circlekeeper.waitlist.PoolProposal;
import org.circlekeeper.waitlist.Pools;
import org.circlekeeper.waitlist.Ranked;
import org.circlekeeper.waitlist.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Placing: for each open seat the next three and why, and for everybody who waits a proposal with reasons. */
@Controller
@ConditionalOnWebApplication
public class PlacementController {

    private static final int NEXT = 3;
    private static final int MOST_AT_ONCE = 50;

    /** Nobody waits longer for a page because another placing might be better: it says by how much at the most. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Pools pools;
    private final Offers offers;
    private final Sight sight;
    private final AuditTrail audit;

    PlacementController(Pools pools, Offers offers, Sight sight, AuditTrail audit) {
        this.pools = pools;
        this.offers = offers;
        this.sight = sight;
        this.audit = audit;
    }

    /**
     * Everything the page shows.
     *
     * @param open the groups that are open to whoever comes
     * @param given who would have which seat, were all who wait placed at once
     * @param gap how much better another proposal could be at the most, in days of waiting; mostly 0
     */
    public record Page(
            List<Seat> seats, List<OpenToAll> open, List<Given> given, List<Left> left, long gap, boolean keeps) {}

    /** One open seat and who comes next. */
    public record Seat(String group, String name, String from, String fromDay, int fitting, List<Person> next) {}

    /** Somebody beside a seat. */
    public record Person(String id, String name, List<String> reasons, List<String> against, boolean holds) {

        public String href() {
            return "/waitlist/" + id;
        }
    }

    /**
     * A seat in the proposal.
     *
     * @param choice what ticking it sends: the entry, the group and the first day
     */
    public record Given(Person person, String group, String from, String choice) {}

    /** Somebody whom the proposal gives no seat. */
    public record Left(String href, String name, String why) {}

    @Needs(Permission.SEE_WAITLIST)
    @GetMapping("/waitlist/placement")
    ModelAndView show(SignedIn who) {
        var pool = pools.gathered();
        var mine = sight.entries(who);
        audit.shown(
                who.actor(),
                "open seats and who comes next",
                pool.candidates().stream()
                        .map(one -> one.entry())
                        .filter(mine)
                        .filter(entry -> entry.patient() != null)
                        .map(entry -> entry.patient().value())
                        .toList(),
                "placement");
        var types = sight.types(who);
        var seats = pool.places().stream()
                .filter(place -> types.test(place.group().type()))
                .map(place -> seat(pool, place))
                .sorted(Comparator.comparing(Seat::fromDay).thenComparing(Seat::name))
                .toList();
        var proposal = PoolProposal.of(pool, within(PATIENCE));
        var page = new Page(
                firstOfEach(seats),
                pool.dropIns().stream()
                        .filter(place -> types.test(place.group().type()))
                        .map(OpenToAll::of)
                        .toList(),
                given(proposal, mine),
                left(proposal, mine),
                proposal.gap(),
                who.may(Permission.KEEP_WAITLIST));
        return new ModelAndView("org/circlekeeper/waitlist/web/placement", "page", page);
    }

    /** Offers the seats that were ticked, for two days each. */
    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/placement")
    Next offer(SignedIn who, @RequestParam(required = false) @Nullable List<String> pick) {
        var wanted = (pick == null ? List.<String>of() : pick)
                .stream()
                        .limit(MOST_AT_ONCE)
                        .map(PlacementController::wanted)
                        .flatMap(Optional::stream)
                        .filter(one -> sight.open(who, one.entry()) != null)
                        .sorted(Comparator.comparing(one -> one.group().value()))
                        .toList();
        if (wanted.isEmpty()) {
            return Next.to("/waitlist/placement").refusing("Tick whom to offer a seat.");
        }
        offers.lock(wanted.stream().map(Offers.Wanted::entry).toList());
        var pool = pools.gathered();
        var made = new ArrayList<Offers.Made>();
        for (var one : wanted) {
            if (isOfKind(pool, one) && !one.firstDay().isBefore(pool.today())) {
                made.add(offers.make(one, pool, who.actor()));
            }
        }
        long kept = made.stream().filter(Offers.Made.Kept.class::isInstance).count();
        var said = Words.count(kept, "seat is", "seats are") + " kept for two days. The calls stand under Calls.";
        long not = wanted.size() - kept;
        return not == 0
                ? Next.to("/waitlist/placement").saying(said)
                : Next.to("/waitlist/placement")
                        .refusing(said + " " + Words.count(not, "offer was", "offers were")
                                + " not made: things have changed.");
    }

    private static BooleanSupplier within(Duration patience) {
        long began = System.nanoTime();
        return () -> System.nanoTime() - began > patience.toNanos();
    }

    private static boolean isOfKind(Pool pool, Offers.Wanted wanted) {
        var group = pool.groups().get(wanted.group());
        return group != null
                && pool.of(wanted.entry())
                        .filter(one -> one.entry().type().equals(group.group().type()))
                        .isPresent();
    }

    private static Optional<Offers.Wanted> wanted(String choice) {
        return Reading.of(choice, text -> {
            var parts = text.split(" ");
            if (parts.length != 3) {
                throw new IllegalArgumentException("Not an entry, a group and a day");
            }
            return new Offers.Wanted(
                    EntryId.of(parts[0]), GroupId.of(parts[1]), LocalDate.parse(parts[2]), Offers.USUAL, "");
        });
    }

    private static Seat seat(Pool pool, Place place) {
        var line = pool.rankedFor(place);
        return new Seat(
                place.group().id().toString(),
                place.group().name(),
                Words.shortDay(place.from()),
                place.from().toString(),
                (int) line.stream().filter(Ranked::mayBeOffered).count(),
                line.stream().limit(NEXT).map(PlacementController::person).toList());
    }

    /** One row for each group: its further seats are offered once the first is. */
    private static List<Seat> firstOfEach(List<Seat> seats) {
        var seen = new HashSet<String>();
        return seats.stream().filter(seat -> seen.add(seat.group())).toList();
    }

    private static Person person(Ranked ranked) {
        return new Person(
                ranked.entry().id().toString(),
                ranked.entry().who().shortName(),
                ranked.standing().reasons(ranked.comes()),
                ranked.findings().stream()
                        .map(finding -> finding.because().sentence())
                        .toList(),
                !ranked.mayBeOffered());
    }

    private static List<Given> given(PoolProposal proposal, Predicate<Entry> mine) {
        return proposal.given().stream()
                .filter(one -> mine.test(one.entry()))
                .map(one -> new Given(
                        new Person(
                                one.entry().id().toString(),
                                one.entry().who().shortName(),
                                one.reasons(),
                                List.of(),
                                false),
                        one.group().name(),
                        Words.shortDay(one.from()),
                        one.entry().id() + " " + one.group().id() + " " + one.from()))
                .toList();
    }

    private static List<Left> left(PoolProposal proposal, Predicate<Entry> mine) {
        return proposal.left().stream()
                .filter(one -> mine.test(one.entry()))
                .map(one -> new Left(one.entry().href(), one.entry().who().shortName(), one.why()))
                .toList();
    }
}
