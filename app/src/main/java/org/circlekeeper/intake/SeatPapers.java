package org.circlekeeper.intake;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.circlekeeper.forms.Circumstances;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormLibrary.PacketForm;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Packet;
import org.circlekeeper.forms.Packets;
import org.circlekeeper.oncall.OnCall;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Tongues;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.PaidBy;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.Sessions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which papers a seat asks for, in the language of whoever sits there. */
@Component
public class SeatPapers {

    /** CMS place-of-service codes of telehealth: elsewhere than at home, and at home. */
    private static final Set<String> TELEHEALTH = Set.of("02", "10");

    private static final Circumstances NONE = new Circumstances(false, false, false);

    private final FormLibrary forms;
    private final Packets packets;
    private final Groups groups;
    private final Sessions sessions;
    private final Tongues tongues;
    private final Practices practices;
    private final OnCall onCall;
    private final ObjectProvider<PaidBy> paidBy;

    SeatPapers(
            FormLibrary forms,
            Packets packets,
            Groups groups,
            Sessions sessions,
            Tongues tongues,
            Practices practices,
            OnCall onCall,
            ObjectProvider<PaidBy> paidBy) {
        this.forms = forms;
        this.packets = packets;
        this.groups = groups;
        this.sessions = sessions;
        this.tongues = tongues;
        this.practices = practices;
        this.onCall = onCall;
        this.paidBy = paidBy;
    }

    /**
     * What one seat asks for.
     *
     * @param language in which they are given; it means nothing while something is missing
     * @param missing what stands in the way, in sentences; empty when nothing does. Else nothing is given: no legal
     *     form falls back to another language, and none is given with a gap in it
     */
    public record Offer(List<Asked> papers, Language language, String missing) {

        public Offer {
            papers = List.copyOf(papers);
        }
    }

    /** Whether members of groups of this kind are given papers. */
    public boolean hasPacket(UUID groupType) {
        return since(groupType).isPresent();
    }

    /** Since when members of groups of this kind are given papers; empty when they are not. */
    public Optional<Instant> since(UUID groupType) {
        var own = packets.history(groupType);
        var all = packets.history(Packet.EVERYBODY);
        boolean takesOwn = !own.isEmpty() && own.getFirst().own();
        var versions = takesOwn ? own : all;
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(versions.getLast().at());
    }

    /** What one seat asks for. */
    public Offer of(Membership seat) {
        return Objects.requireNonNull(of(List.of(seat)).get(seat.id()));
    }

    /** What each of these seats asks for; of a seat whose kind of group has no packet, nothing. */
    public Map<MembershipId, Offer> of(Collection<Membership> seats) {
        return offers(seats, forms::packetFor);
    }

    /** Of that what not every seat of its kind of group asks for: it depends on the group or the member as they are. */
    Map<MembershipId, Offer> byCircumstance(Collection<Membership> seats) {
        return offers(seats, (type, circumstances) -> {
            var everybody = forms.packetFor(type, NONE);
            return forms.packetFor(type, circumstances).stream()
                    .filter(form ->
                            everybody.stream().noneMatch(one -> one.form().equals(form.form())))
                    .toList();
        });
    }

    private Map<MembershipId, Offer> offers(
            Collection<Membership> seats, BiFunction<UUID, Circumstances, List<PacketForm>> packet) {
        var known = new KnownGroups(groups.all());
        var patients = seats.stream().map(Membership::patient).collect(toSet());
        var insured = insured(patients);
        var byVideo = byVideo();
        var languages = tongues.of(patients);
        var readiness = new Readiness(forms, onCall);
        var offers = new HashMap<MembershipId, Offer>();
        for (var seat : seats) {
            var group = known.of(seat);
            var circumstances =
                    new Circumstances(byVideo.contains(group.id()), group.part2(), !insured.contains(seat.patient()));
            var reading = Reading.of(languages.get(seat.patient()));
            offers.put(seat.id(), offer(packet.apply(group.type(), circumstances), reading, readiness));
        }
        return offers;
    }

    private Set<PatientId> insured(Set<PatientId> patients) {
        return paidBy.orderedStream()
                .flatMap(one -> one.payers(patients, practices.today()).keySet().stream())
                .collect(toSet());
    }

    private Set<GroupId> byVideo() {
        return sessions.series().stream()
                .filter(series -> TELEHEALTH.contains(series.placeOfService()))
                .map(Series::group)
                .collect(toSet());
    }

    private static Offer offer(List<PacketForm> packet, Reading reading, Readiness readiness) {
        var language = reading.known().orElse(Language.EN);
        return new Offer(
                packet.stream()
                        .map(form -> new Asked(form.form(), form.version(), language, form.title(), form.need()))
                        .toList(),
                language,
                packet.isEmpty() || reading.known().isPresent()
                        ? String.join(" ", readiness.against(packet, language))
                        : reading.missing());
    }
}
