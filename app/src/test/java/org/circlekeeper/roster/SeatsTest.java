package org.circlekeeper.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chairs under PostgreSQL's constraints: nobody sits on another's lap, whatever is held, moved or made smaller. */
@PracticeTest
class SeatsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    ExpectedMembers expected;

    @Autowired
    KeptSeats kept;

    @Autowired
    JdbcClient db;

    PracticeId practice;
    GroupId monday;
    GroupId tuesday;

    @BeforeEach
    void two_groups_of_two_seats() {
        practice = any.open();
        monday = group("Monday", 2);
        tuesday = group("Tuesday", 2);
    }

    @Test
    void postgresql_itself_gives_a_chair_to_one_person_on_a_day() {
        join(monday, DateRange.from(FIRST));

        assertThatThrownBy(() -> take(1, 2)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> take(3, 2)).isInstanceOf(DataIntegrityViolationException.class);
        take(2, 2);
    }

    @Test
    void a_member_on_hold_keeps_the_seat_and_is_not_expected() {
        var held = join(monday, DateRange.from(FIRST));
        join(monday, DateRange.from(FIRST));

        assertThat(hold(held, TODAY, TODAY.plusWeeks(3))).isTrue();
        assertThat(hold(held, TODAY.plusWeeks(1), TODAY.plusWeeks(4))).isFalse();
        assertThat(hold(held, FIRST.minusDays(1), FIRST)).isFalse();
        assertThat(any.in(practice, () -> rosters.join(monday, any.patient(practice), DateRange.from(TODAY), TESTER)))
                .isEqualTo(new Rosters.Joined.Full(2));
        assertThat(occupied(monday)).isEqualTo(new Occupied(monday, 1, 1, 0));
        assertThat(expected(monday, TODAY)).isEqualTo(1);
        assertThat(expected(monday, TODAY.plusWeeks(3).plusDays(1))).isEqualTo(2);
    }

    @Test
    void a_pause_that_ends_early_or_never_begins_frees_the_days_after_it() {
        var held = join(monday, DateRange.from(FIRST));
        hold(held, TODAY, TODAY.plusWeeks(3));
        var hold = episode(held).holds().getFirst().id();

        any.run(practice, () -> rosters.endHold(held, hold, TODAY.plusDays(6), TESTER));
        assertThat(episode(held).statusOn(TODAY.plusDays(6))).isEqualTo(MembershipStatus.ON_HOLD);
        assertThat(episode(held).statusOn(TODAY.plusDays(7))).isEqualTo(MembershipStatus.ACTIVE);

        any.run(practice, () -> rosters.endHold(held, hold, TODAY.minusDays(1), TESTER));
        assertThat(episode(held).holds()).isEmpty();
    }

    @Test
    void a_pause_ends_with_the_membership() {
        var held = join(monday, DateRange.from(FIRST));
        hold(held, TODAY, TODAY.plusWeeks(3));

        leave(held, TODAY.plusWeeks(1));

        assertThat(episode(held).holds().getFirst().last()).isEqualTo(TODAY.plusWeeks(1));
    }

    @Test
    void a_transfer_has_the_seat_in_the_other_group_before_it_gives_up_the_first() {
        var moving = join(monday, DateRange.from(FIRST));
        join(tuesday, DateRange.from(FIRST));
        var last = join(tuesday, DateRange.from(FIRST));

        assertThat(transfer(moving, tuesday, TODAY)).isEqualTo(new Rosters.Joined.Full(2));
        assertThat(episode(moving).statusOn(TODAY)).isEqualTo(MembershipStatus.ACTIVE);

        leave(last, TODAY);
        var joined = (Rosters.Joined.Seated) transfer(moving, tuesday, TODAY.plusDays(1));
        assertThat(episode(moving).statusOn(TODAY)).isEqualTo(MembershipStatus.TRANSITIONING);
        assertThat(episode(moving).statusOn(TODAY.plusDays(1))).isEqualTo(MembershipStatus.ENDED);
        assertThat(episode(moving).next()).isEqualTo(joined.membership());
        assertThat(episode(joined.membership()).statusOn(TODAY)).isEqualTo(MembershipStatus.PENDING);
    }

    @Test
    void a_transfer_that_is_taken_back_gives_up_the_seat_in_the_other_group() {
        var moving = join(monday, DateRange.from(FIRST));
        transfer(moving, tuesday, TODAY.plusDays(7));

        assertThat(any.in(practice, () -> rosters.goOn(moving, "wants to stay", TESTER)))
                .isTrue();

        assertThat(episode(moving).statusOn(TODAY.plusWeeks(4))).isEqualTo(MembershipStatus.ACTIVE);
        assertThat(any.in(practice, () -> rosters.of(tuesday))).isEmpty();
        assertThat(occupied(tuesday)).isEqualTo(Occupied.none(tuesday));
    }

    @Test
    void an_ending_is_taken_back_unless_somebody_else_has_the_seat_by_then() {
        var first = join(monday, DateRange.from(FIRST));
        var second = join(monday, DateRange.from(FIRST));
        leave(first, TODAY);
        leave(second, TODAY);
        join(monday, DateRange.from(TODAY.plusDays(1)));

        assertThat(any.in(practice, () -> rosters.goOn(first, "stays", TESTER))).isTrue();
        assertThat(any.in(practice, () -> rosters.goOn(second, "stays", TESTER)))
                .isFalse();
        assertThat(episode(second).days().last()).isEqualTo(TODAY);
    }

    @Test
    void a_last_day_is_put_off_only_while_the_seat_is_nobody_else_s() {
        var first = join(monday, DateRange.from(FIRST));
        join(monday, DateRange.from(FIRST));
        leave(first, TODAY);
        join(monday, DateRange.from(TODAY.plusDays(8)));

        assertThat(leave(first, TODAY.plusDays(7))).isTrue();
        assertThat(leave(first, TODAY.plusDays(8))).isFalse();
        assertThat(episode(first).days().last()).isEqualTo(TODAY.plusDays(7));
    }

    @Test
    void a_seat_that_has_not_begun_is_taken_back_and_one_that_has_is_not() {
        var pending = join(monday, DateRange.from(TODAY.plusDays(1)));
        var sitting = join(monday, DateRange.from(TODAY));

        assertThat(any.in(practice, () -> rosters.withdraw(pending, "changed their mind", TESTER)))
                .isTrue();
        assertThat(any.in(practice, () -> rosters.withdraw(sitting, "changed their mind", TESTER)))
                .isFalse();
        assertThat(any.in(practice, () -> rosters.find(pending))).isEmpty();
        assertThat(occupied(monday)).isEqualTo(new Occupied(monday, 1, 0, 0));
    }

    @Test
    void a_group_is_made_smaller_when_those_who_sit_now_fit_whatever_chairs_were_used_before() {
        var wide = group("Wide", 6);
        var gone = IntStream.range(0, 4)
                .mapToObj(_ -> join(wide, DateRange.from(FIRST)))
                .toList();
        var stays = join(wide, DateRange.from(FIRST));
        join(wide, DateRange.from(FIRST));
        gone.forEach(one -> leave(one, TODAY.minusDays(1)));

        assertThat(resize(wide, 2)).isTrue();
        assertThat(occupied(wide)).isEqualTo(new Occupied(wide, 2, 0, 0));
        assertThat(any.in(practice, () -> rosters.of(wide))).hasSize(6);
        assertThat(resize(wide, 3)).isTrue();
        leave(stays, TODAY);
        assertThat(any.in(practice, () -> rosters.goOn(gone.getFirst(), "is back", TESTER)))
                .isTrue();
    }

    @Test
    void a_group_is_not_made_smaller_than_those_who_sit_or_are_to_come() {
        var wide = group("Wide", 6);
        join(wide, DateRange.from(FIRST));
        join(wide, DateRange.from(TODAY.plusWeeks(2)));
        join(wide, DateRange.from(TODAY.plusWeeks(2)));

        assertThat(resize(wide, 2)).isFalse();
        assertThat(any.in(practice, () -> groups.find(wide)).orElseThrow().capacity())
                .isEqualTo(6);
        assertThat(resize(wide, 3)).isTrue();
    }

    @Test
    void what_an_import_brought_is_taken_back_with_its_chair_and_what_somebody_changed_is_not() {
        var brought = join(monday, DateRange.from(FIRST));
        var changed = join(monday, DateRange.from(FIRST));
        hold(changed, TODAY, TODAY.plusDays(6));

        any.run(practice, () -> rosters.takeBack(List.of(brought, changed)));

        assertThat(any.in(practice, () -> rosters.of(monday)))
                .extracting(Membership::id)
                .containsExactly(changed);
        assertThat(occupied(monday)).isEqualTo(new Occupied(monday, 0, 1, 0));
    }

    @Test
    void a_seat_of_the_past_is_given_where_one_was_free() {
        var past = new DateRange(FIRST, FIRST.plusDays(6));
        join(monday, past);
        join(monday, past);

        assertThat(any.in(practice, () -> rosters.join(monday, any.patient(practice), past, TESTER)))
                .isEqualTo(new Rosters.Joined.Full(2));
        join(monday, new DateRange(FIRST.plusDays(7), FIRST.plusDays(13)));
    }

    @Test
    void an_offer_keeps_its_seat_when_the_days_that_are_asked_for_are_not_free() {
        var offer = new OfferId(UUID.randomUUID());
        join(monday, DateRange.from(FIRST));
        var leaving = join(monday, DateRange.from(FIRST));
        leave(leaving, TODAY.plusDays(6));
        assertThat(any.in(practice, () -> kept.keep(offer, monday, DateRange.from(TODAY.plusDays(7)))))
                .isTrue();
        assertThat(occupied(monday)).isEqualTo(new Occupied(monday, 2, 0, 0));

        var patient = any.patient(practice);
        assertThat(takeUp(offer, patient, TODAY)).isEqualTo(new Rosters.Joined.Full(2));
        assertThat(takeUp(offer, patient, TODAY.plusDays(7))).isInstanceOf(Rosters.Joined.Seated.class);
    }

    private Rosters.Joined takeUp(OfferId offer, PatientId patient, LocalDate from) {
        return any.in(practice, () -> kept.takeUp(offer, new Admission(monday, patient, DateRange.from(from)), TESTER));
    }

    private GroupId group(String name, int seats) {
        return any.in(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            return groups.found(type, name, seats, any.leader(practice), DateRange.from(FIRST), TESTER);
        });
    }

    private MembershipId join(GroupId group, DateRange days) {
        var joined = any.in(practice, () -> rosters.join(group, any.patient(practice), days, TESTER));
        assertThat(joined).isInstanceOf(Rosters.Joined.Seated.class);
        return ((Rosters.Joined.Seated) joined).membership();
    }

    private boolean hold(MembershipId id, LocalDate first, LocalDate last) {
        return any.in(practice, () -> rosters.hold(id, first, last, "away", TESTER));
    }

    private boolean leave(MembershipId id, LocalDate last) {
        return any.in(practice, () -> rosters.leave(id, last, Ending.MOVED, "moved", TESTER));
    }

    private Rosters.Joined transfer(MembershipId id, GroupId to, LocalDate from) {
        return any.in(practice, () -> {
            var patient = rosters.find(id).orElseThrow().patient();
            return rosters.transfer(id, new Admission(to, patient, DateRange.from(from)), "fits better", TESTER)
                    .orElseThrow();
        });
    }

    private boolean resize(GroupId group, int seats) {
        return any.in(
                practice,
                () -> groups.change(
                        group,
                        new Groups.Settings("Wide", seats, any.leader(practice), DateRange.from(FIRST)),
                        TESTER));
    }

    private Membership episode(MembershipId id) {
        return any.in(practice, () -> rosters.find(id)).orElseThrow();
    }

    private Occupied occupied(GroupId group) {
        return any.in(practice, () -> rosters.occupied(TODAY)).getOrDefault(group, Occupied.none(group));
    }

    private int expected(GroupId group, LocalDate day) {
        return any.in(practice, () -> expected.of(Map.of(group, day))).getOrDefault(group, 0);
    }

    private void take(int chair, int capacity) {
        any.run(
                practice,
                () -> db.sql("""
                        insert into roster.seat (holder_id, group_id, chair, capacity, days, offered)
                        values (:holder, :group, :chair, :capacity, daterange('2026-11-23', null), false)
                        """)
                        .param("holder", UUID.randomUUID())
                        .param("group", monday.value())
                        .param("chair", chair)
                        .param("capacity", capacity)
                        .update());
    }
}
