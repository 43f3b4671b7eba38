package org.circlekeeper.waitlist.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.Offers;
import org.circlekeeper.waitlist.Placements;
import org.circlekeeper.waitlist.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Offering a seat, what becomes of the offer, and the seat itself. */
@Controller
@ConditionalOnWebApplication
public class OfferController {

    private static final int MOST_HOURS = 14 * 24;

    private final EntryPages pages;
    private final Offers offers;
    private final Placements placements;
    private final Sight sight;
    private final Groups groups;
    private final Patients patients;
    private final Practices practices;

    OfferController(
            EntryPages pages,
            Offers offers,
            Placements placements,
            Sight sight,
            Groups groups,
            Patients patients,
            Practices practices) {
        this.pages = pages;
        this.offers = offers;
        this.placements = placements;
        this.sight = sight;
        this.groups = groups;
        this.patients = patients;
        this.practices = practices;
    }

    /** Keeps a seat; with {@code yes} they have said yes already, and it is theirs at once. */
    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/{id}/offer")
    Object offer(SignedIn who, @PathVariable EntryId id, @RequestParam Map<String, String> typed) {
        var entry = sight.open(who, id);
        var group = Reading.of(typed.getOrDefault("group", ""), GroupId::of)
                .flatMap(groups::find)
                .filter(found -> found.type().equals(entry.type()));
        if (group.isEmpty()) {
            return Next.to(entry.href()).refusing("Choose a group of the kind they asked for.");
        }
        var form = Filled.in(EntryPage.offer(group.get().id().toString()), typed);
        var wanted = wanted(id, group.get().id(), form, typed.containsKey("firstDay"));
        if (wanted.isEmpty()) {
            return pages.again(who, entry, group.get().id(), form)
                    .<Object>map(page -> page)
                    .orElseGet(() -> Next.to(entry.href()).refusing("Not offered: choose among the seats below."));
        }
        var made = offers.make(wanted.get(), who.actor());
        if (made instanceof Offers.Made.Kept && typed.containsKey("yes")) {
            offers.accept(id, who.actor());
            return seated(entry, placements.seat(id, wanted.get().despite(), who.actor()));
        }
        return told(entry, made);
    }

    /**
     * Empty when a field is refused, which then says why. Where no day is asked for, the seat is theirs from today on.
     */
    private Optional<Offers.Wanted> wanted(EntryId id, GroupId group, Filled form, boolean saysDay) {
        var today = practices.today();
        var first = saysDay ? form.day("firstDay", "Write the first day, today or later.") : Optional.of(today);
        first.filter(day -> day.isBefore(today))
                .ifPresent(_ -> form.refuse("firstDay", "That day is past. Write today or a later one."));
        var hours = form.readIfAny(
                        "hours",
                        "Write how many hours, from 1 to " + MOST_HOURS + ", or leave it empty for two days.",
                        Filled.whole(1, MOST_HOURS))
                .map(Duration::ofHours);
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new Offers.Wanted(
                        id,
                        group,
                        first.orElseThrow(),
                        hours.orElse(Offers.USUAL),
                        Reading.plain(form.value("despite"))));
    }

    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/{id}/acceptance")
    Next accept(SignedIn who, @PathVariable EntryId id) {
        var entry = sight.open(who, id);
        return answered(
                entry, offers.accept(id, who.actor()), "They said yes. The seat stays kept until it is theirs.");
    }

    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/{id}/refusal")
    Next decline(
            SignedIn who,
            @PathVariable EntryId id,
            @RequestParam(defaultValue = "") String goes,
            @RequestParam(defaultValue = "") String why) {
        var entry = sight.open(who, id);
        boolean stays = !goes.equals("leave");
        return answered(
                entry,
                offers.decline(id, stays, Reading.plain(why), who.actor()),
                stays ? "The seat is free again. They wait on." : "The seat is free again. They left the list.");
    }

    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/{id}/withdrawal")
    Next withdraw(SignedIn who, @PathVariable EntryId id, @RequestParam(defaultValue = "") String why) {
        var entry = sight.open(who, id);
        return answered(
                entry,
                offers.withdraw(id, Reading.plain(why), who.actor()),
                "Taken back. The seat is free again, and they wait on.");
    }

    /** Says who they are among the patients. */
    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/{id}/patient")
    Next link(SignedIn who, @PathVariable EntryId id, @RequestParam(defaultValue = "") String patient) {
        var entry = sight.open(who, id);
        var found = Reading.of(patient, PatientId::of)
                .filter(known -> patients.find(known).isPresent());
        if (found.isEmpty() || entry.patient() != null) {
            return Next.to(entry.href()).refusing("Choose who they are.");
        }
        return placements.isPatient(entry, found.get(), who.actor())
                ? Next.to(entry.href()).saying("Linked to their record.")
                : Next.to(entry.href())
                        .refusing("Somebody linked them to another record just now. Look which one it is.");
    }

    /** Makes the kept seat theirs. */
    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/{id}/seat")
    Next seat(
            SignedIn who,
            @PathVariable EntryId id,
            @RequestParam(defaultValue = "") String born,
            @RequestParam(defaultValue = "") String despite) {
        var entry = sight.open(who, id);
        var today = practices.today();
        var day = Reading.of(born, LocalDate::parse)
                .filter(said -> !said.isAfter(today) && said.isAfter(today.minusYears(130)))
                .orElse(null);
        return seated(entry, placements.seat(id, day, Reading.plain(despite), who.actor()));
    }

    private Next told(Entry entry, Offers.Made made) {
        var page = Next.to(entry.href());
        return switch (made) {
            case Offers.Made.Kept(var offer) ->
                page.saying("The seat is kept until "
                        + Words.moment(offer.expiresAt(), practices.current().zone())
                        + ". The call stands under Calls.");
            case Offers.Made.NoSeat(int place) ->
                page.refusing("No seat is free any more. They are number " + place + " in line for the next one.");
            case Offers.Made.Held(var findings) ->
                page.refusing("Not offered. What stands against it is written beside the seat. "
                        + findings.getFirst().remedy());
            case Offers.Made.NotWaiting(var status) ->
                page.refusing("Not offered: where they stand is “" + status.onScreen() + "”.");
        };
    }

    private Next answered(Entry entry, Offers.Answered answered, String done) {
        var page = Next.to(entry.href());
        return switch (answered) {
            case Offers.Answered.Done _ -> page.saying(done);
            case Offers.Answered.TooLate(var expired, int place) ->
                page.refusing("Too late: the offer ended "
                        + Words.moment(expired, practices.current().zone())
                        + " and the seat is free again. They are number " + place + " in line.");
            case Offers.Answered.NoOffer(var status) ->
                page.refusing("There is no offer to answer: where they stand is “" + status.onScreen() + "”.");
        };
    }

    private static Next seated(Entry entry, Placements.Placed placed) {
        var page = Next.to(entry.href());
        return switch (placed) {
            case Placements.Placed.Seated _ -> page.saying("The seat is theirs.");
            case Placements.Placed.Held(var findings) ->
                page.refusing("The seat stays kept. First: "
                        + Optional.of(findings.getFirst())
                                .map(finding -> finding.because().sentence() + " " + finding.remedy())
                                .get());
            case Placements.Placed.NeedsBirthDate _ ->
                page.refusing(
                        "The seat stays kept. A record needs the birth date: write it below, and on the page of whoever"
                                + " comes with them.");
            case Placements.Placed.NoSeatKept(var status) ->
                page.refusing("No seat is kept for them: where they stand is “" + status.onScreen() + "”.");
        };
    }
}
