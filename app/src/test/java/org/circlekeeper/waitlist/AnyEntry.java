package org.circlekeeper.waitlist;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Apart;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.SeriesId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/** Somebody who waits and a Tuesday group that suits them: tests say what differs. */
record AnyEntry(
        @Nullable PatientId patient,
        @Nullable LocalDate born,
        String level,
        Times times,
        @Nullable FitDecision decision,
        Map<UUID, Answer> answers,
        List<Apart> apart) {

    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final UUID TYPE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final GroupId GROUP = GroupId.of("00000000-0000-7000-8000-000000000002");

    static AnyEntry lena() {
        return new AnyEntry(
                null,
                LocalDate.of(1991, 5, 4),
                "beginners",
                new Times(Set.of(DayOfWeek.TUESDAY), Set.of()),
                FitDecision.FIT,
                Map.of(),
                List.of());
    }

    AnyEntry born(@Nullable LocalDate day) {
        return new AnyEntry(patient, day, level, times, decision, answers, apart);
    }

    AnyEntry level(String word) {
        return new AnyEntry(patient, born, word, times, decision, answers, apart);
    }

    AnyEntry times(Times some) {
        return new AnyEntry(patient, born, level, some, decision, answers, apart);
    }

    AnyEntry decision(@Nullable FitDecision some) {
        return new AnyEntry(patient, born, level, times, some, answers, apart);
    }

    AnyEntry answering(UUID criterion, Answer.Found found, String words) {
        return new AnyEntry(
                patient,
                born,
                level,
                times,
                decision,
                Map.of(criterion, new Answer(criterion, found, words, "tester", NOW)),
                apart);
    }

    AnyEntry apart(PatientId self, Apart pair) {
        return new AnyEntry(self, born, level, times, decision, answers, List.of(pair));
    }

    Candidate candidate() {
        return candidate("Lena", 19, "");
    }

    Candidate candidate(String first, int waited, String urgent) {
        var status = decision == FitDecision.FIT ? WaitStatus.WAITING : WaitStatus.CONTACTED;
        var since = NOW.minus(Duration.ofDays(waited));
        var entry = new Entry(
                new EntryId(UUID.nameUUIDFromBytes(first.getBytes(StandardCharsets.UTF_8))),
                TYPE,
                null,
                patient,
                new Inquirer(first, "Kern", "(217) 555-0142", "", born, "en", level, times, ""),
                "by phone",
                false,
                status,
                since,
                since,
                urgent,
                "",
                null,
                null,
                decision,
                "",
                null);
        return new Candidate(entry, answers, apart, false, Set.of(), Map.of(), Family.NONE, OnFile.NOTHING, List.of());
    }

    static Criterion criterion(Criterion.Kind kind, String wanted, boolean excludes) {
        return new Criterion(
                UUID.nameUUIDFromBytes((kind + wanted).getBytes(StandardCharsets.UTF_8)),
                TYPE,
                null,
                excludes,
                kind,
                wanted,
                kind.onScreen() + " " + wanted);
    }

    /** A seat of Tuesday Skills, 18:30, from today on. */
    static Place place(List<Criterion> criteria, Set<PatientId> seated) {
        var group = new Group(
                GROUP,
                "Tuesday Skills",
                TYPE,
                "Skills",
                ProcedureCode.GROUP_PSYCHOTHERAPY,
                false,
                2,
                null,
                8,
                new PractitionerId(UUID.randomUUID()),
                DateRange.from(LocalDate.of(2026, 10, 6)),
                null,
                "");
        var series = Series.weekly(
                new SeriesId(UUID.randomUUID()),
                GROUP,
                DayOfWeek.TUESDAY,
                LocalTime.of(18, 30),
                Duration.ofMinutes(90),
                DateRange.from(LocalDate.of(2026, 10, 6)),
                "11");
        return new Place(group, Joining.OPEN, false, TODAY, List.of(series), List.of(), criteria, seated, Set.of());
    }
}
