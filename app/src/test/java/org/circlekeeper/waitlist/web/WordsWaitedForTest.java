package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.CountedStatements;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.waitlist.WaitingPractice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A therapist's Today asks one question for whoever waits for their word, be it nobody, one or several. */
@PracticeTest
class WordsWaitedForTest {

    @Autowired
    AtTheWaitlist at;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    CountedStatements counted;

    @Test
    void whoever_waits_for_a_word_costs_no_statement_more_than_nobody() {
        var scene = at.scene();
        int nobody = statements(scene.leader(), "");
        screened(scene, "Lena");
        int one = statements(scene.leader(), "1 person was screened");
        screened(scene, "Mara");
        screened(scene, "Nora");

        assertThat(one).isEqualTo(nobody);
        assertThat(statements(scene.leader(), "3 people were screened")).isEqualTo(nobody);
    }

    private void screened(AtTheWaitlist.Scene scene, String name) {
        var entry = waiting.asks(scene.made(), name, 1);
        scene.office().post("/waitlist/" + entry + "/screening", "day", "2026-11-20", "time", "10:30");
    }

    private int statements(Visitor leader, String words) {
        leader.page("/");
        counted.forget();
        assertThat(leader.page("/")).contains(words);
        return counted.statements();
    }
}
