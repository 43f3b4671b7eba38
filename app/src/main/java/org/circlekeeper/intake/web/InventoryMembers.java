package org.circlekeeper.intake.web;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.web.InventoryPage.Show;
import org.circlekeeper.intake.web.InventoryPage.View;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.springframework.stereotype.Component;

/** The members that an inventory of papers is about, each with their seats and papers, and how these stand together. */
@Component
class InventoryMembers {

    private final MemberPapers papers;
    private final Rosters rosters;
    private final Patients patients;

    InventoryMembers(MemberPapers papers, Rosters rosters, Patients patients) {
        this.papers = papers;
        this.rosters = rosters;
        this.patients = patients;
    }

    /** One member with their seats and papers. */
    record Held(Patient patient, List<Membership> seats, List<Paper> papers) {

        /** As if there were no other paper. */
        Held of(String form) {
            return new Held(
                    patient,
                    seats,
                    papers.stream()
                            .filter(paper -> paper.form().toString().equals(form))
                            .toList());
        }

        boolean isGivenNone() {
            return papers.isEmpty();
        }

        boolean isWhole(LocalDate today) {
            return !isGivenNone()
                    && standing().filter(paper -> !leavesOlder(paper, today)).allMatch(paper -> paper.completes(today));
        }

        /** An open one whose older one leaves nothing missing: it still holds, or it was only offered. */
        private boolean leavesOlder(Paper paper, LocalDate today) {
            var replacing = paper.replacing();
            return replacing != null
                    && paper.status().isOpen()
                    && papers.stream().anyMatch(other -> other.id().equals(replacing.old()) && other.completes(today));
        }

        private Stream<Paper> standing() {
            return papers.stream().filter(paper -> !paper.status().isOver());
        }

        boolean isShown(Show show, LocalDate today) {
            return switch (show) {
                case ALL -> true;
                case MISSING -> !isGivenNone() && !isWhole(today);
                case NONE -> isGivenNone();
                case SOON -> standing().anyMatch(paper -> PaperWords.runsOutSoon(paper, today));
                case WITHDRAWN ->
                    papers.stream()
                            .anyMatch(paper ->
                                    paper.status() == PaperStatus.WITHDRAWN || paper.status() == PaperStatus.REFUSED);
            };
        }

        /** What waits comes first, then who was given nothing, then who has it all. */
        int place(LocalDate today) {
            if (isGivenNone()) {
                return 1;
            }
            return isWhole(today) ? 2 : 0;
        }
    }

    /** Who has a seat in one of these groups on a day that the view is about, by last name. */
    List<Held> of(Collection<GroupId> mine, View view, LocalDate today) {
        Map<PatientId, List<Membership>> seats = rosters.all().stream()
                .filter(seat -> mine.contains(seat.group())
                        && view.group().map(seat.group()::equals).orElse(true))
                .filter(seat -> view.isAbout(seat.days(), today))
                .collect(groupingBy(Membership::patient));
        var byPatient = papers.of(seats.keySet()).stream().collect(groupingBy(Paper::patient));
        return patients.byId(seats.keySet()).values().stream()
                .sorted(comparing((Patient patient) -> patient.name().last().toLowerCase())
                        .thenComparing(patient -> patient.name().first().toLowerCase())
                        .thenComparing(patient -> patient.id().value()))
                .map(patient -> new Held(
                        patient,
                        seats.getOrDefault(patient.id(), List.of()),
                        byPatient.getOrDefault(patient.id(), List.of())))
                .toList();
    }
}
