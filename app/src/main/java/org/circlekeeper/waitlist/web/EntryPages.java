package org.circlekeeper.waitlist.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.Contact;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.Families;
import org.circlekeeper.waitlist.Move;
import org.circlekeeper.waitlist.Offer;
import org.circlekeeper.waitlist.Offers;
import org.circlekeeper.waitlist.Place;
import org.circlekeeper.waitlist.Placements;
import org.circlekeeper.waitlist.Pool;
import org.circlekeeper.waitlist.Pools;
import org.circlekeeper.waitlist.Ranked;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.Waitlist;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of one entry together. */
@Component
class EntryPages {

    private static final int MOST_SEATS = 12;
    private static final int LOOKED_INTO = 3;

    private final Waitlist waitlist;
    private final TherapistsWords words;
    private final Questions questions;
    private final AppointmentsOfEntry appointments;
    private final Families families;
    private final Offers offers;
    private final Placements placements;
    private final Pools pools;
    private final AlsoAgainst also;
    private final Calls calls;
    private final Groups groups;
    private final AuditTrail audit;

    EntryPages(
            Waitlist waitlist,
            TherapistsWords words,
            Questions questions,
            AppointmentsOfEntry appointments,
            Families families,
            Offers offers,
            Placements placements,
            Pools pools,
            AlsoAgainst also,
            Calls calls,
            Groups groups,
            AuditTrail audit) {
        this.waitlist = waitlist;
        this.words = words;
        this.questions = questions;
        this.appointments = appointments;
        this.families = families;
        this.offers = offers;
        this.placements = placements;
        this.pools = pools;
        this.also = also;
        this.calls = calls;
        this.groups = groups;
        this.audit = audit;
    }

    ModelAndView show(SignedIn who, Entry entry) {
        return view(who, of(entry, who, Filled.blank("")));
    }

    /** The page with a form that was sent and could not be read. */
    ModelAndView again(SignedIn who, Entry entry, Filled form) {
        return view(who, of(entry, who, form));
    }

    /**
     * The page with an offer that could not be read; empty when no seat of that group can be offered there any more.
     */
    Optional<ModelAndView> again(SignedIn who, Entry entry, GroupId group, Filled form) {
        var page = of(entry, who, form);
        return page.seats().stream().anyMatch(seat -> seat.group().equals(group.toString()) && page.offers(seat))
                ? Optional.of(view(who, page))
                : Optional.empty();
    }

    private ModelAndView view(SignedIn who, EntryPage page) {
        var entry = page.entry();
        var patient = entry.patient();
        audit.shown(
                who.actor(),
                "entry of the waitlist",
                patient == null ? List.of() : List.of(patient.value()),
                "entry " + entry.id());
        var view = new ModelAndView("org/circlekeeper/waitlist/web/entry", "page", page);
        view.setStatus(page.form().isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private EntryPage of(Entry entry, SignedIn who, Filled form) {
        var pool = pools.gathered();
        var self = entry.who();
        var digits = self.phone().replaceAll("[^0-9+]", "");
        var screenAt = entry.screenAt();
        return new EntryPage(
                entry,
                kind(entry),
                Words.count(entry.waitedDays(pool.today(), pool.zone()), "day", "days"),
                self.ageBand(pool.today()),
                name(entry.wanted()),
                self.language().isEmpty()
                        ? ""
                        : Locale.forLanguageTag(self.language()).getDisplayLanguage(Locale.US),
                digits.isEmpty() ? null : "tel:" + digits,
                screenAt == null ? "" : Words.moment(screenAt, pool.zone()),
                appointments.of(entry, who),
                questions.of(entry, pool.today()),
                words.decisions(entry, pool.zone()),
                words.naming(entry, pool.today()),
                words.named(entry),
                company(entry),
                kept(entry, pool.zone(), who.may(Permission.KEEP_WAITLIST)),
                seats(entry, pool, who.may(Permission.KEEP_WAITLIST)),
                open(entry, pool),
                placements.whoMayBe(entry).stream().map(EntryPages::same).toList(),
                calls.of(entry.id().value()).stream()
                        .map(line -> said(line, pool.zone()))
                        .toList(),
                history(entry, pool.zone()),
                entry.status().byHand(entry.fits()).stream()
                        .map(to -> new Choice(to.name(), to.onScreen()))
                        .toList(),
                otherKinds(entry),
                alike(entry),
                form,
                may(entry, who));
    }

    private static List<OpenToAll> open(Entry entry, Pool pool) {
        return pool.dropIns().stream()
                .filter(place -> place.group().type().equals(entry.type()))
                .map(OpenToAll::of)
                .toList();
    }

    private List<Entry> alike(Entry entry) {
        return waitlist.alike(entry.type(), entry.who().phone(), entry.who().email()).stream()
                .filter(other -> !other.id().equals(entry.id()))
                .toList();
    }

    private static EntryPage.May may(Entry entry, SignedIn who) {
        boolean open = entry.status().isUndecided() || entry.status() == WaitStatus.WAITING;
        return new EntryPage.May(
                who.may(Permission.KEEP_WAITLIST),
                who.may(Permission.DECIDE_FIT) && open,
                who.may(Permission.MAKE_CALLS),
                who.may(Permission.SEE_WHOLE_PRACTICE));
    }

    private String kind(Entry entry) {
        return groups.types().stream()
                .filter(type -> type.id().equals(entry.type()))
                .map(Groups.Type::name)
                .findFirst()
                .orElse("");
    }

    private String name(@Nullable GroupId group) {
        return group == null ? "" : groups.find(group).map(one -> one.name()).orElse("");
    }

    private List<Choice> otherKinds(Entry entry) {
        return entry.status().next().contains(WaitStatus.TRANSFERRED)
                ? groups.types().stream()
                        .filter(type -> !type.id().equals(entry.type()))
                        .map(type -> new Choice(type.id().toString(), type.name()))
                        .toList()
                : List.of();
    }

    private EntryPage.Company company(Entry entry) {
        var kin = families.of(entry);
        boolean led = !kin.head().id().equals(entry.id());
        boolean oneChair =
                groups.type(entry.type()).filter(Groups.Type::families).isPresent();
        return new EntryPage.Company(
                led ? kin.head() : null,
                led ? List.of() : kin.with(),
                oneChair
                        ? "In this kind of group a family has one seat together."
                        : "Each of the " + kin.all().size() + " has a seat, in one group, or none of them has.");
    }

    private EntryPage.@Nullable Kept kept(Entry entry, ZoneId zone, boolean keeps) {
        return offers.standing(families.of(entry).head().id())
                .map(offer -> new EntryPage.Kept(
                        name(offer.group()),
                        Words.day(offer.firstDay()),
                        Words.moment(offer.expiresAt(), zone),
                        offer.status() == Offer.Status.ACCEPTED,
                        keeps ? also.with(entry, offer) : List.of(),
                        entry.patient() == null && entry.who().birthDate() == null))
                .orElse(null);
    }

    /**
     * The first seat of each group of the kind, those that suit before the rest. What else is to be known before one is
     * offered, as papers that are missing, is looked up for the first few and where an offer can be made.
     */
    private List<EntryPage.Seat> seats(Entry entry, Pool pool, boolean keeps) {
        var candidate = pool.of(entry.id());
        if (candidate.isEmpty() || entry.status().keepsSeat()) {
            return List.of();
        }
        var seen = new HashSet<GroupId>();
        var shown = pool.places().stream()
                .filter(place -> place.group().type().equals(entry.type()))
                .filter(place -> seen.add(place.group().id()))
                .map(place -> new Suiting(place, pool.ranked(candidate.get(), place)))
                .sorted(Comparator.comparing((Suiting one) -> !one.ranked().mayBeOffered())
                        .thenComparing(one -> one.place().from()))
                .limit(MOST_SEATS)
                .toList();
        boolean offers = keeps && entry.status() == WaitStatus.WAITING;
        return IntStream.range(0, shown.size())
                .mapToObj(index -> seat(entry, shown.get(index), offers && index < LOOKED_INTO))
                .toList();
    }

    /** A seat, and how whoever is asked about stands for it. */
    private record Suiting(Place place, Ranked ranked) {}

    private EntryPage.Seat seat(Entry entry, Suiting one, boolean further) {
        var place = one.place();
        var ranked = one.ranked();
        var found = ranked.findings();
        var against = further ? also.with(found, entry, place.group().id(), place.from()) : found;
        return new EntryPage.Seat(
                place.group().id().toString(),
                place.group().name(),
                Words.shortDay(place.from()),
                place.from().toString(),
                against,
                ranked.standing().reasons(ranked.comes()),
                against.stream().anyMatch(Finding::holds),
                against.stream().anyMatch(finding -> finding.weight() == Finding.Weight.ALWAYS_HOLDS));
    }

    private static EntryPage.Same same(Patient patient) {
        return new EntryPage.Same(patient.id().toString(), patient.name() + ", born " + Words.day(patient.birthDate()));
    }

    private static EntryPage.Line said(Contact contact, ZoneId zone) {
        return new EntryPage.Line(Words.moment(contact.at(), zone), contact.says(), contact.by());
    }

    private List<EntryPage.Line> history(Entry entry, ZoneId zone) {
        record At(Instant at, EntryPage.Line line) {}
        var lines = new ArrayList<At>();
        for (Move move : waitlist.moves(entry.id())) {
            var says = move.status().onScreen() + (move.reason().isEmpty() ? "" : ": " + move.reason());
            lines.add(new At(move.at(), new EntryPage.Line(Words.moment(move.at(), zone), says, move.by())));
        }
        for (Offer offer : offers.of(entry.id())) {
            var says = "a seat in " + name(offer.group()) + " until " + Words.moment(offer.expiresAt(), zone) + ": "
                    + offer.status().onScreen();
            lines.add(new At(
                    offer.madeAt(), new EntryPage.Line(Words.moment(offer.madeAt(), zone), says, offer.madeBy())));
        }
        return lines.stream()
                .sorted(Comparator.comparing(At::at).reversed())
                .map(At::line)
                .toList();
    }
}
