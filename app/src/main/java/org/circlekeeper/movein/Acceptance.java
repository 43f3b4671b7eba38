package org.circlekeeper.movein;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.compliance.Restrictions;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.movein.plan.Entry;
import org.circlekeeper.movein.plan.Kept;
import org.circlekeeper.movein.plan.Plan;
import org.circlekeeper.movein.read.Column;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.springframework.stereotype.Component;

/**
 * Takes differences over that a person accepted. New insurance and new diagnoses hold from today: what was served
 * before stays as it was known then, and is corrected by hand when it was wrong.
 */
@Component
class Acceptance {

    private static final String WHY = "accepted from the system before";
    private static final String PRIMARY = "P";
    private static final Set<String> INSURANCE = labels(
            Column.PAYER_NAME,
            Column.PAYER_ID,
            Column.MEMBER_ID,
            Column.GROUP_NUMBER,
            Column.RELATIONSHIP,
            Column.SUBSCRIBER_FIRST,
            Column.SUBSCRIBER_LAST,
            Column.SUBSCRIBER_NAME);
    private static final Set<String> TIMES = labels(Column.START, Column.END, Column.MINUTES);
    private static final Set<String> MARK =
            labels(Column.PRESENCE, Column.ARRIVED, Column.LEFT, Column.MINUTES, Column.RECORDED_BY);

    private final Patients patients;
    private final Coverages coverages;
    private final Charts charts;
    private final Encounters encounters;
    private final Restrictions restrictions;
    private final Sessions sessions;
    private final Practices practices;
    private final Bringing bringing;

    Acceptance(
            Patients patients,
            Coverages coverages,
            Charts charts,
            Encounters encounters,
            Restrictions restrictions,
            Sessions sessions,
            Practices practices,
            Bringing bringing) {
        this.patients = patients;
        this.coverages = coverages;
        this.charts = charts;
        this.encounters = encounters;
        this.restrictions = restrictions;
        this.sessions = sessions;
        this.practices = practices;
        this.bringing = bringing;
    }

    /** Takes over what can be taken over. Returns the rows as they are to be known from now on. */
    List<RowStore.Line> accept(Plan plan, LocalDate today, UUID id, Actor actor) {
        var lines = new ArrayList<RowStore.Line>();
        for (var entry : plan.changed()) {
            var fields = new ArrayList<String>();
            entry.differences().stream().filter(Difference::acceptable).forEach(one -> fields.add(one.field()));
            var kept = entry.kept();
            if (!fields.isEmpty() && kept != null) {
                take(entry, kept, fields, new When(today, plan), id, actor);
                lines.add(line(entry, kept, fields));
            }
        }
        return lines;
    }

    /** Whether a session would be at another time. */
    static boolean movesTimes(Plan plan) {
        return plan.changed().stream()
                .flatMap(entry -> entry.differences().stream())
                .anyMatch(one -> one.acceptable() && TIMES.contains(one.field()));
    }

    private static RowStore.Line line(Entry entry, Kept kept, List<String> fields) {
        Map<String, String> said = new TreeMap<>(kept.said());
        fields.forEach(field -> said.put(field, entry.row().says().getOrDefault(field, "")));
        return new RowStore.Line(entry.row().kind(), entry.key(), said, kept.patient(), kept.session());
    }

    /** The day of the import, and what the files hold. */
    private record When(LocalDate today, Plan plan) {}

    private void take(Entry entry, Kept kept, List<String> fields, When when, UUID id, Actor actor) {
        var patientId = kept.patient();
        var sessionId = kept.session();
        switch (entry.row()) {
            case Row.Client row
            when patientId != null -> client(row, new PatientId(patientId), fields, when, id, actor);
            case Row.Attendance row
            when patientId != null && sessionId != null ->
                attendance(row, new PatientId(patientId), new SessionId(sessionId), fields, actor);
            case Row.Appointment row
            when patientId != null && sessionId != null ->
                appointment(row, entry, new PatientId(patientId), new SessionId(sessionId), fields, actor);
            case Row.Staff _, Row.Client _, Row.Attendance _, Row.Appointment _, Row.Other _ -> {}
        }
    }

    private void client(Row.Client row, PatientId patient, List<String> fields, When when, UUID id, Actor actor) {
        var today = when.today();
        if (fields.contains(Column.DIAGNOSIS.label()) && !row.diagnoses().isEmpty()) {
            charts.diagnose(patient, row.diagnoses(), diagnosedFrom(row, patient, when), actor);
        }
        if (fields.stream().anyMatch(INSURANCE::contains)) {
            insure(row, patient, today, actor);
        }
        if (fields.contains(Column.PART2_CONSENT.label())) {
            bringing.changedConsent(patient, row.part2(), today, id, actor);
        }
        patients.find(patient)
                .map(here -> TakenOver.of(here, Bringing.patient(row, patient), fields))
                .filter(changed -> !patients.find(patient).equals(Optional.of(changed)))
                .ifPresent(changed -> patients.change(changed, actor, WHY));
    }

    /**
     * Another diagnosis holds from the day it is accepted. One that only was missing in the files fills the gap, as if
     * it had been there the first time: else the sessions for whose sake it was filled in would be held for ever.
     */
    private LocalDate diagnosedFrom(Row.Client row, PatientId patient, When when) {
        return charts.diagnoses(patient).isEmpty() ? Bringing.since(row, when.plan(), when.today()) : when.today();
    }

    /** What the files brought before ends, or goes when it began today; what was typed in here is nobody's to end. */
    private void insure(Row.Client row, PatientId patient, LocalDate today, Actor actor) {
        for (var before : coverages.of(patient)) {
            var days = before.days();
            if (days.last() == null
                    && before.source().equals(Bringing.IMPORT)
                    && before.rank().equals(PRIMARY)) {
                if (days.first().isBefore(today)) {
                    coverages.end(before.id(), today.minusDays(1), actor, WHY);
                } else {
                    coverages.takeBack(List.of(before.id()), actor);
                }
            }
        }
        var insurance = row.insurance();
        if (insurance != null) {
            coverages.add(List.of(bringing.coverage(patient, insurance, today)), actor, WHY);
        }
    }

    private void appointment(
            Row.Appointment row, Entry entry, PatientId patient, SessionId session, List<String> fields, Actor actor) {
        if (fields.contains(Column.RESTRICTED.label()) && row.restricted()) {
            restrictions.restrict(session, patient, row.date(), actor);
        }
        var here = entry.slot();
        if (here != null && fields.stream().anyMatch(TIMES::contains)) {
            var begins = fields.contains(Column.START.label()) ? row.start() : here.start();
            var start =
                    row.date().atTime(begins).atZone(practices.current().zone()).toInstant();
            sessions.move(session, start, start.plus(entry.length()), actor, WHY);
        }
    }

    private void attendance(
            Row.Attendance row, PatientId patient, SessionId session, List<String> fields, Actor actor) {
        if (fields.stream().anyMatch(MARK::contains)) {
            mark(row, patient, session, actor);
        }
        if (fields.contains(Column.NOTE_SIGNED_BY.label())
                && !row.noteSignedBy().isEmpty()) {
            charts.attest(List.of(Sheets.note(session, patient, row)));
        }
        if (fields.contains(Column.RESTRICTED.label()) && row.restricted()) {
            restrictions.restrict(session, patient, row.date(), actor);
        }
    }

    /** An open sheet takes the recorder's word; on a closed one the person who accepts corrects it. */
    private void mark(Row.Attendance row, PatientId patient, SessionId session, Actor actor) {
        var sheet = encounters.sheet(session).orElseThrow();
        if (sheet.closed() == null) {
            encounters.bring(session, List.of(Sheets.former(patient, row)));
        } else {
            var mark = new Encounters.Mark(row.presence(), row.arrived(), row.left(), row.minutes());
            encounters.correct(session, patient, mark, WHY, actor);
        }
    }

    private static Set<String> labels(Column... columns) {
        return Set.of(Arrays.stream(columns).map(Column::label).toArray(String[]::new));
    }
}
