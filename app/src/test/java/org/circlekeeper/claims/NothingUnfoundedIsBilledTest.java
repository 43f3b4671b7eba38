package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.compliance.Restrictions;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.intake.Consents;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** I1: visits at random, and every way a claim could leave by. */
@PracticeTest
class NothingUnfoundedIsBilledTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final int SEATS = 10;

    @Autowired
    private BilledPractice story;

    @Autowired
    private Claims claims;

    @Autowired
    private Charts charts;

    @Autowired
    private Consents consents;

    @Autowired
    private Restrictions restrictions;

    @TempDir
    private Path out;

    /** One seat, and what is wrong with it. */
    private record Drawn(
            Presence presence,
            boolean signed,
            boolean insured,
            boolean restricted,
            boolean consented,
            boolean diagnosed) {

        static Drawn from(Random random) {
            var all = Presence.values();
            return new Drawn(
                    random.nextInt(3) > 0 ? Presence.PRESENT : all[random.nextInt(all.length)],
                    random.nextInt(5) > 0,
                    random.nextInt(5) > 0,
                    random.nextInt(6) == 0,
                    random.nextBoolean(),
                    random.nextInt(8) > 0);
        }

        boolean founded(boolean part2) {
            return presence.came() && signed && !restricted && (!part2 || consented);
        }

        boolean billable(boolean part2) {
            return founded(part2) && insured && diagnosed;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void i01_nothing_is_billed_past_what_always_holds_by_any_path(long seed) {
        var random = new Random(seed);
        var practice = story.open();
        var billable = new LinkedHashMap<PatientId, Boolean>();
        for (boolean part2 : List.of(false, true)) {
            var group = story.group(practice, part2 ? "Recovery" : "Circle", part2);
            session(practice, group, part2, random, billable);
        }

        story.scheduledRound(practice, Trust.ACT);
        everyHeldClaimIsTriedForDenial(practice);
        if (seed % 2 == 0) {
            story.in(practice, () -> claims.release(List.of(), BilledPractice.DANA));
        } else {
            story.round(practice);
        }
        story.in(practice, () -> claims.export(out, true, BilledPractice.DANA));

        var left = story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.BATCHED, ClaimStatus.SENT)));
        var mayLeave = billable.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(left).extracting(Claim::patient).containsExactlyInAnyOrderElementsOf(mayLeave);
        assertThat(files(practice)).hasSize(left.size());
        noFileNamesAnotherPatient(practice, billable.keySet());
    }

    /** A sheet with someone unmarked cannot be closed: then nobody of that session is billed. */
    private void session(
            PracticeId practice, GroupId group, boolean part2, Random random, Map<PatientId, Boolean> billable) {
        var seats = new LinkedHashMap<PatientId, Drawn>();
        for (int seat = 0; seat < SEATS; seat++) {
            var drawn = Drawn.from(random);
            seats.put(story.member(practice, group, drawn.insured() ? "BRHP1" : null), drawn);
        }
        var session = story.session(practice, group, DAY.plusDays(part2 ? 1 : 0), 9);
        seats.forEach((patient, drawn) -> happened(practice, session, patient, drawn));
        story.close(practice, session);
        boolean closed = seats.values().stream().noneMatch(drawn -> drawn.presence() == Presence.UNMARKED);
        seats.forEach((patient, drawn) -> billable.put(patient, closed && drawn.billable(part2)));
    }

    private void happened(PracticeId practice, SessionId session, PatientId patient, Drawn drawn) {
        if (drawn.presence() != Presence.UNMARKED) {
            story.mark(practice, session, patient, drawn.presence());
        }
        if (drawn.signed()) {
            story.sign(practice, session, patient);
        }
        story.run(practice, () -> {
            if (drawn.restricted()) {
                restrictions.restrict(session, patient, DAY, BilledPractice.DANA);
            }
            if (drawn.consented()) {
                consents.recordPart2(patient, DAY, null, "binder", BilledPractice.DANA);
            }
            if (!drawn.diagnosed()) {
                charts.diagnose(patient, List.of(), BilledPractice.YEAR_BEGAN, BilledPractice.DANA);
            }
        });
    }

    private void everyHeldClaimIsTriedForDenial(PracticeId practice) {
        var held = story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.HELD)));
        held.forEach(claim -> {
            var became = story.in(practice, () -> claims.fileForDenial(claim.id(), "try it", BilledPractice.DANA));
            assertThat(became).isInstanceOf(Claims.FiledForDenial.StillHeld.class);
        });
    }

    private List<String> files(PracticeId practice) {
        var numbers = new ArrayList<String>();
        for (var batch : story.in(practice, () -> claims.batches(100))) {
            for (var segment : segments(practice, batch)) {
                if (segment.startsWith("CLM*")) {
                    numbers.add(segment.split("\\*")[1]);
                }
            }
        }
        return numbers;
    }

    /** I3 on files: within the loop of one patient no name of another stands. */
    private void noFileNamesAnotherPatient(PracticeId practice, Set<PatientId> patients) {
        var byNumber = new LinkedHashMap<String, Claim>();
        story.in(practice, () -> claims.list(ClaimFilter.all())).forEach(claim -> byNumber.put(claim.number(), claim));
        for (var batch : story.in(practice, () -> claims.batches(100))) {
            String member = "";
            for (var segment : segments(practice, batch)) {
                if (segment.startsWith("NM1*IL*")) {
                    member = segment.split("\\*")[3];
                } else if (segment.startsWith("CLM*")) {
                    var claim = byNumber.get(segment.split("\\*")[1]);
                    assertThat(member).isEqualToIgnoringCase(claim.patientName().last());
                    assertThat(patients).contains(claim.patient());
                }
            }
        }
    }

    private List<String> segments(PracticeId practice, Batch batch) {
        return List.of(new String(story.in(practice, () -> claims.content(batch.id())), StandardCharsets.US_ASCII)
                .split("~\\s*"));
    }
}
