package org.circlekeeper.claims;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.assistant.Approvals;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.JournalEntry.Kind;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practice.Profile;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who looks again at a claim that somebody let go past a payer's rule: it depends on how many they are. */
@PracticeTest
class SecondLookTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Actor.Person ROSA = new Actor.Person(new PersonId(UUID.randomUUID()), "Rosa Lind", "biller");

    @Autowired
    private BilledPractice story;

    @Autowired
    private Claims claims;

    @Autowired
    private FileableStore fileables;

    @Autowired
    private Filing filing;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Practices practices;

    @Autowired
    private PracticeRules rules;

    @Autowired
    private Payers payers;

    @Autowired
    private Approvals approvals;

    @Test
    void in_a_firm_another_person_releases_what_one_filed_past_a_rule() {
        var practice = filedOnDanasReason(Profile.FIRM);

        assertThat(release(practice, BilledPractice.DANA)).isEmpty();
        assertThat(release(practice, ROSA))
                .singleElement()
                .satisfies(batch -> assertThat(batch.releasedBy()).isEqualTo(ROSA.label()));
    }

    @Test
    void in_a_firm_a_standing_order_does_not_release_what_its_giver_filed_past_a_rule() {
        var practice = filedOnDanasReason(Profile.FIRM);
        story.run(
                practice,
                () -> payers.order(
                        payers.byPayerId("BRHP1").orElseThrow().id(),
                        BilledPractice.DANA.id().value(),
                        BilledPractice.DANA.label(),
                        MONDAY));

        var proposed = filing(story.scheduledRound(practice, Trust.ACT));

        assertThat(proposed).extracting(JournalEntry::kind).containsExactly(Kind.PROPOSED);
        var dana = new SignedIn(
                BilledPractice.DANA.id(), BilledPractice.DANA.label(), practice, "", Set.of(Role.OWNER), null);
        story.run(
                practice,
                () -> approvals.approve("file-claims", proposed.getFirst().key(), dana));
        assertThat(filing(story.scheduledRound(practice, Trust.ACT)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.because().sentence()).endsWith("Somebody else releases them."));
    }

    @Test
    void where_one_works_alone_what_was_filed_past_a_rule_waits_a_day() {
        var practice = filedOnDanasReason(Profile.SOLO);

        assertThat(release(practice, BilledPractice.DANA)).isEmpty();
        var noon = Instant.parse("2026-11-23T18:00:00Z");
        assertThat(SecondLook.of(Profile.SOLO, BilledPractice.DANA, noon).reasonsUntil())
                .isEqualTo(noon.minus(Duration.ofDays(1)));
    }

    @Test
    void a_small_practice_needs_no_second_look_and_neither_does_whoever_works_the_command_line() {
        assertThat(release(filedOnDanasReason(Profile.SMALL), BilledPractice.DANA))
                .hasSize(1);

        var solo = filedOnDanasReason(Profile.SOLO);
        story.round(solo);
        assertThat(story.in(solo, () -> claims.list(ClaimFilter.of(ClaimStatus.SENT))))
                .hasSize(1);
    }

    @Test
    void in_a_firm_it_is_the_person_who_may_not_release_and_not_whoever_is_called_so() {
        var practice = filedOnDanasReason(Profile.FIRM);
        var namesake = new Actor.Person(new PersonId(UUID.randomUUID()), BilledPractice.DANA.label(), "biller");
        var renamed = new Actor.Person(BilledPractice.DANA.id(), "Dana Whitfield-Ruiz", "owner");

        assertThat(release(practice, renamed)).isEmpty();
        assertThat(release(practice, namesake)).hasSize(1);
    }

    @Test
    void what_was_shown_is_released_and_nothing_else_of_its_payer() {
        var practice = filedOnDanasReason(Profile.FIRM);
        var shown = situations(practice);
        held(practice, MONDAY.plusDays(1));
        story.scheduledRound(practice, Trust.ACT);
        assertThat(situations(practice)).containsAll(shown).hasSize(2);

        var filed = story.in(practice, () -> claims.releaseShown(shown, ROSA));

        assertThat(filed)
                .singleElement()
                .satisfies(batch -> assertThat(batch.claims()).isEqualTo(1));
        assertThat(situations(practice)).hasSize(1).doesNotContainAnyElementsOf(shown);
    }

    @Test
    void what_changed_between_the_look_and_the_file_stays() {
        var practice = filedOnDanasReason(Profile.SMALL);
        var looked = story.in(
                        practice,
                        () -> fileables.fileable(
                                SecondLook.of(Profile.SMALL, ROSA, Instant.parse("2030-01-01T00:00:00Z"))))
                .getFirst();
        story.in(
                practice,
                () -> db.sql("update claims.claim set revision = revision + 1").update());

        assertThat(story.in(practice, () -> filing.file(looked, "Rosa Lind", ROSA)))
                .isEmpty();
        assertThat(story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.READY))))
                .hasSize(1);
    }

    @Test
    void a_rule_met_after_the_reason_was_given_holds_the_claim_again() {
        var practice = filedOnDanasReason(Profile.SMALL);
        story.run(
                practice,
                () -> rules.keep(
                        new OwnRule(
                                UUID.randomUUID(),
                                story.payer(practice, "BRHP1"),
                                OwnRule.Kind.FEWEST_PEOPLE,
                                3,
                                DateRange.from(BilledPractice.YEAR_BEGAN),
                                "contract",
                                null),
                        BilledPractice.DANA));
        story.scheduledRound(practice, Trust.ACT);

        assertThat(release(practice, ROSA)).isEmpty();
        assertThat(story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.HELD))))
                .singleElement()
                .satisfies(claim -> {
                    story.in(practice, () -> claims.fileForDenial(claim.id(), "three were ill", ROSA));
                    assertThat(story.in(
                                    practice,
                                    () -> claims.find(claim.id()).orElseThrow().status()))
                            .isEqualTo(ClaimStatus.READY);
                });
    }

    private Set<String> situations(PracticeId practice) {
        return story.in(practice, () -> claims.releasable(ROSA)).stream()
                .map(Claims.Releasable::situation)
                .collect(toSet());
    }

    @Test
    void what_nobody_had_to_give_a_reason_for_goes_at_once() {
        var practice = opened(Profile.FIRM);
        held(practice);

        story.scheduledRound(practice, Trust.ACT);

        assertThat(release(practice, BilledPractice.DANA)).hasSize(1);
    }

    /** One claim that an authorization is missing for, let go by Dana with a reason. */
    private PracticeId filedOnDanasReason(Profile profile) {
        var practice = opened(profile);
        var payer = story.payer(practice, "BRHP1");
        story.run(
                practice,
                () -> rules.keep(
                        new OwnRule(
                                UUID.randomUUID(),
                                payer,
                                OwnRule.Kind.AUTHORIZATION,
                                1,
                                new DateRange(BilledPractice.YEAR_BEGAN, MONDAY),
                                "contract",
                                null),
                        BilledPractice.DANA));
        held(practice);
        story.scheduledRound(practice, Trust.ACT);
        var claim = story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.HELD)))
                .getFirst();
        story.in(practice, () -> claims.fileForDenial(claim.id(), "their denial is needed", BilledPractice.DANA));
        return practice;
    }

    private PracticeId opened(Profile profile) {
        var id = story.open();
        story.run(id, () -> {
            var here = practices.current();
            practices.keep(new Practice(
                    here.id(),
                    here.name(),
                    here.outsideName(),
                    here.npi(),
                    here.taxId(),
                    here.taxonomy(),
                    here.phone(),
                    here.address(),
                    here.zone(),
                    profile));
        });
        return id;
    }

    private void held(PracticeId practice) {
        held(practice, MONDAY);
    }

    private void held(PracticeId practice, LocalDate day) {
        var group = story.group(practice, "Circle of " + day, false);
        var member = story.member(practice, group, "BRHP1");
        story.held(practice, story.session(practice, group, day, 9), List.of(member));
    }

    private List<Batch> release(PracticeId practice, Actor by) {
        return story.in(practice, () -> claims.release(List.of(), by));
    }

    private static List<JournalEntry> filing(List<JournalEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.duty().equals("file-claims"))
                .toList();
    }
}
