package org.circlekeeper.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Memberships as people change them and days pass, beside the arrows that say what may follow what. */
@PracticeTest
class MembershipMovesTest {

    private static final int LIVES = 80;
    private static final int STEPS = 14;
    private static final int DAYS = 5;
    private static final Ending[] ENDINGS = {Ending.GRADUATED, Ending.DROPPED};

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    Practices practices;

    @Autowired
    MovableClock clock;

    private record Arrow(MembershipStatus from, MembershipStatus to) {}

    private final Random random = new Random(853);
    private final Set<Arrow> gone = new HashSet<>();
    private Instant began;
    private PracticeId practice;
    private MembershipId seat;
    private GroupId other;
    private int founded;

    @BeforeEach
    void a_practice() {
        began = clock.instant();
        practice = any.open();
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        clock.moveTo(began);
    }

    @Test
    void whatever_is_done_to_a_membership_and_whatever_day_comes_it_goes_where_an_arrow_leads_and_each_is_gone() {
        for (int life = 0; life < LIVES; life++) {
            begin();
            boolean lives = true;
            for (int step = 0; step < STEPS && lives; step++) {
                lives = step();
            }
            for (int day = 0; day < DAYS && lives; day++) {
                lives = dayPasses();
            }
        }

        assertThat(gone)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MembershipStatus.values())
                        .flatMap(from -> from.next().stream().map(to -> new Arrow(from, to)))
                        .toList());
    }

    private void begin() {
        var group = group();
        other = group();
        var first = today().plusDays(random.nextInt(3));
        var joined = any.in(practice, () -> rosters.join(group, any.patient(practice), DateRange.from(first), TESTER));
        seat = ((Rosters.Joined.Seated) joined).membership();
    }

    /**
     * One thing that happens to it. False once it is over: what is said of that later corrects what was said before.
     */
    private boolean step() {
        var was = episode();
        var from = was.statusOn(today());
        switch (random.nextInt(8)) {
            case 0, 1 -> hold(was);
            case 2 -> endHold(was);
            case 3 -> leave(was);
            case 4 -> transfer(was);
            case 5 -> {
                if (was.days().last() != null) {
                    any.run(practice, () -> rosters.goOn(seat, "stays", TESTER));
                }
            }
            case 6 -> {
                if (random.nextInt(4) == 0 && any.in(practice, () -> rosters.withdraw(seat, "not after all", TESTER))) {
                    went(from, MembershipStatus.ENDED);
                    return false;
                }
            }
            default -> {
                return dayPasses();
            }
        }
        var to = episode().statusOn(today());
        went(from, to);
        return to != MembershipStatus.ENDED;
    }

    private boolean dayPasses() {
        var from = episode().statusOn(today());
        clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
        var to = episode().statusOn(today());
        went(from, to);
        return to != MembershipStatus.ENDED;
    }

    private void went(MembershipStatus from, MembershipStatus to) {
        if (from != to) {
            assertThat(from.next()).as(from + " is followed by " + to).contains(to);
            gone.add(new Arrow(from, to));
        }
    }

    private void hold(Membership was) {
        var first = later(was, random.nextInt(2));
        any.run(practice, () -> rosters.hold(seat, first, first.plusDays(random.nextInt(2)), "away", TESTER));
    }

    private void endHold(Membership was) {
        was.holds().stream()
                .filter(hold -> hold.includes(today()))
                .forEach(hold ->
                        any.run(practice, () -> rosters.endHold(seat, hold.id(), today().minusDays(1), TESTER)));
    }

    /** The page refuses it of whoever goes on in another group already. */
    private void leave(Membership was) {
        if (was.next() == null) {
            var last = later(was, random.nextInt(4) - 1);
            var ending = ENDINGS[random.nextInt(ENDINGS.length)];
            any.run(practice, () -> rosters.leave(seat, last, ending, "said so", TESTER));
        }
    }

    private void transfer(Membership was) {
        var first = later(was, 1 + random.nextInt(3));
        any.run(
                practice,
                () -> rosters.transfer(
                        seat, new Admission(other, was.patient(), DateRange.from(first)), "suits", TESTER));
    }

    /** So many days after today, or after the first day when that is still to come. */
    private LocalDate later(Membership was, int days) {
        var first = was.days().first();
        var day = (first.isAfter(today()) ? first : today()).plusDays(days);
        return day.isBefore(first) ? first : day;
    }

    private Membership episode() {
        return any.in(practice, () -> rosters.find(seat)).orElseThrow();
    }

    private LocalDate today() {
        return any.in(practice, practices::today);
    }

    private GroupId group() {
        return any.in(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            return groups.found(type, "Group " + founded++, 4, any.leader(practice), DateRange.from(today()), TESTER);
        });
    }
}
