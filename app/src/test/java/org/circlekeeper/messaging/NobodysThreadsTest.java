package org.circlekeeper.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.database.CountedStatements;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The owner reads what nobody else does; the mark in the menu asks of no more than what waits. */
@PracticeTest
class NobodysThreadsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @Autowired
    AnyPractice any;

    @Autowired
    NobodysThreads nobodys;

    @Autowired
    ReplyStore replies;

    @Autowired
    CountedStatements counted;

    private PracticeId practice;
    private PatientId answered;
    private PatientId waiting;

    @BeforeEach
    void two_who_wrote_and_whom_nobody_treats() {
        practice = any.open();
        answered = any.patient(practice);
        waiting = any.patient(practice);
        any.run(practice, () -> {
            replies.read(List.of(said(answered, Topic.CARE)), "Owner", NOW);
            said(waiting, Topic.CARE);
        });
    }

    @Test
    void of_whoever_waits_alone_it_is_asked_who_treats_them() {
        assertThat(any.in(practice, nobodys::now).members()).containsExactlyInAnyOrder(answered, waiting);
        assertThat(any.in(practice, nobodys::waiting).members()).containsExactly(waiting);
        assertThat(any.in(practice, nobodys::waiting).topics())
                .isEqualTo(any.in(practice, nobodys::now).topics());
    }

    @Test
    void while_nothing_but_bills_waits_nobody_asks_who_treats_whom() {
        int with = statements();
        any.run(practice, () -> {
            var all = replies.of(waiting, List.of(Topic.CARE), 10).stream()
                    .map(Reply::id)
                    .toList();
            replies.read(all, "Owner", NOW);
            said(waiting, Topic.BILLING);
        });
        assertThat(statements()).isLessThan(with);
        assertThat(any.in(practice, nobodys::waiting).members()).isEmpty();
    }

    private int statements() {
        return any.in(practice, () -> {
            counted.forget();
            nobodys.waiting();
            return counted.statements();
        });
    }

    private ReplyId said(PatientId by, Topic topic) {
        var id = new ReplyId(UUID.randomUUID());
        replies.add(new Reply(id, by, topic, "Hello", "the member", NOW, null, false), 20, NOW.minusSeconds(60));
        return id;
    }
}
