package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.OwnFees;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.PostalAddress;
import org.springframework.stereotype.Component;

/** What sessions of a member in a group are expected to cost, as an estimate tells it that is written now. */
@Component
class ExpectedCosts {

    private final ComingSessions coming;
    private final SelfPayStore seats;
    private final TalkStore talks;
    private final Rosters rosters;
    private final Patients patients;
    private final Charts charts;
    private final Payers payers;
    private final OwnFees ownFees;
    private final Practices practices;

    ExpectedCosts(
            ComingSessions coming,
            SelfPayStore seats,
            TalkStore talks,
            Rosters rosters,
            Patients patients,
            Charts charts,
            Payers payers,
            OwnFees ownFees,
            Practices practices) {
        this.coming = coming;
        this.seats = seats;
        this.talks = talks;
        this.rosters = rosters;
        this.patients = patients;
        this.charts = charts;
        this.payers = payers;
        this.ownFees = ownFees;
        this.practices = practices;
    }

    /**
     * The days of a year, from a day on. Without a seat all of the group's sessions are meant; with one, those on which
     * they are expected.
     */
    List<LocalDate> days(PatientId member, Group group, LocalDate from) {
        var today = practices.today();
        var theirs = rosters.of(member).stream()
                .filter(seat -> seat.group().equals(group.id()) && !seat.days().hasEnded(today))
                .toList();
        return coming.year(group.id(), today, from).stream()
                .filter(group.days()::includes)
                .filter(day -> theirs.isEmpty() || theirs.stream().anyMatch(seat -> seat.isExpectedOn(day)))
                .toList();
    }

    /** What a session of theirs costs, by its day. */
    Function<LocalDate, Optional<Money>> fees(PatientId member, Group group) {
        var insured = seats.seats(practices.today(), member).stream()
                .filter(seat -> seat.group().equals(group.id()))
                .findFirst()
                .map(SelfPayStore.Seat::insured)
                .orElse(List.of());
        var said = talks.of(List.of(member));
        var charges = new Charges(payers.fees(), ownFees.schedule());
        return day -> AgreedFee.on(day, group, insured, said, charges);
    }

    /**
     * The sessions of a year from today on, each run of days at one fee by itself; empty while none is planned, or one
     * has no fee.
     */
    List<EstimateContents> year(PatientId member, Group group) {
        var fees = fees(member, group);
        var runs = new ArrayList<GroupEstimate>();
        var run = new ArrayList<LocalDate>();
        for (var day : days(member, group, practices.today())) {
            var fee = fees.apply(day);
            if (fee.isEmpty()) {
                return List.of();
            }
            if (!run.isEmpty() && !fees.apply(run.getFirst()).equals(fee)) {
                runs.add(new GroupEstimate(run, fees.apply(run.getFirst()).orElseThrow()));
                run.clear();
            }
            run.add(day);
        }
        if (!run.isEmpty()) {
            runs.add(new GroupEstimate(run, fees.apply(run.getFirst()).orElseThrow()));
        }
        return runs.stream().map(sessions -> contents(member, group, sessions)).toList();
    }

    EstimateContents contents(PatientId member, Group group, GroupEstimate sessions) {
        var patient = patients.find(member).orElseThrow();
        var practice = practices.current();
        var leader = practices.practitioners().stream()
                .filter(one -> one.id().equals(group.leader()))
                .findFirst()
                .orElseThrow();
        return new EstimateContents(
                patient.name().toString(),
                patient.birthDate(),
                "Group therapy (" + group.typeName() + ")",
                group.code(),
                diagnoses(member),
                sessions,
                new EstimateContents.Provider(
                        leader.id(),
                        leader.signature(),
                        leader.npi(),
                        practice.taxId(),
                        practice.name() + ", " + inOneLine(practice.address())));
    }

    private List<DiagnosisCode> diagnoses(PatientId patient) {
        var today = practices.today();
        return charts.diagnoses(patient).stream()
                .filter(one -> one.days().includes(today))
                .map(Charts.Diagnosis::code)
                .distinct()
                .toList();
    }

    private static String inOneLine(PostalAddress address) {
        var second = address.line2().isEmpty() ? "" : ", " + address.line2();
        return address.line() + second + ", " + address.city() + ", " + address.state() + " " + address.zip();
    }
}
