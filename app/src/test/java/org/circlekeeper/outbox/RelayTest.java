package org.circlekeeper.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.NodeLock;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What breaks at one letter stops no other, and what could not be told is told once it can be. */
@PracticeTest
class RelayTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:30:00Z");
    private static final String KIND = "pigeon";

    @Autowired
    AnyPractice any;

    @Autowired
    LetterStore store;

    @Autowired
    PracticeScope scope;

    @Autowired
    NodeLock lock;

    @Autowired
    LetterSeal seal;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient db;

    private final Pigeons pigeons = new Pigeons();
    private final Writer writer = new Writer();
    private PracticeId practice;
    private Relay relay;

    @BeforeEach
    void a_relay_with_one_carrier_one_check_and_one_sender() {
        clock.moveTo(NOW);
        practice = any.open();
        var beans = new StaticListableBeanFactory();
        beans.addBean("carrier", pigeons);
        beans.addBean("check", (SendCheck)
                letter -> letter.key().equals("forbidden") ? Optional.of("It is not allowed.") : Optional.empty());
        beans.addBean("sender", writer);
        relay = new Relay(
                store,
                scope,
                lock,
                seal,
                beans.getBeanProvider(Carrier.class),
                beans.getBeanProvider(SendCheck.class),
                beans.getBeanProvider(Sender.class),
                clock);
    }

    @AfterEach
    void time_goes_back() {
        clock.moveTo(Instant.parse("2026-11-23T15:00:00Z"));
    }

    @Test
    void a_letter_whose_sender_breaks_when_told_that_it_is_refused_stops_none_behind_it() {
        writer.breaks = true;
        put("forbidden");
        relays(19);
        assertThat(status("forbidden")).isEqualTo("WAITING");
        clock.moveTo(clock.instant().plusSeconds(1));
        put("behind");

        relays(1);
        assertThat(status("forbidden")).as("given up").isEqualTo("REFUSED");
        assertThat(pigeons.carried).containsExactly("behind");
        put("later");
        relays(1);
        assertThat(pigeons.carried).containsExactly("behind", "later");
    }

    @Test
    void a_letter_that_was_sealed_with_another_key_stops_none_behind_it_either() {
        writer.breaks = true;
        sealedElsewhere("unreadable");
        clock.moveTo(clock.instant().plusSeconds(1));
        put("behind");

        relays(1);
        assertThat(pigeons.carried).containsExactly("behind");
        relays(19);
        assertThat(status("unreadable")).isEqualTo("REFUSED");
    }

    @Test
    void what_left_without_its_sender_knowing_is_told_again_each_hour_until_it_is_known() {
        writer.breaks = true;
        put("claims");
        relays(30);
        assertThat(pigeons.carried).as("it leaves once").containsExactly("claims");
        int tried = writer.tried;
        relays(5);
        assertThat(writer.tried).as("too often by now").isEqualTo(tried);

        clock.moveTo(Instant.parse("2026-11-23T17:00:20Z"));
        relays(1);
        assertThat(writer.tried).as("a new hour").isEqualTo(tried + 1);
        writer.breaks = false;
        clock.moveTo(Instant.parse("2026-11-24T04:01:20Z"));
        relays(2);
        assertThat(writer.told).containsExactly("claims at " + NOW);
        var trouble = any.in(practice, () -> store.trouble());
        assertThat(trouble).isEmpty();
    }

    private void relays(int times) {
        for (int i = 0; i < times; i++) {
            relay.relay(practice);
        }
    }

    private void put(String key) {
        var now = clock.instant();
        byte[] payload = {1};
        var letter = new Letter(NewId.at(now), KIND, key, key, payload, Sha256.hex(payload));
        any.run(practice, () -> store.put(new Kept(letter, false, false, false, null), now));
    }

    private void sealedElsewhere(String key) {
        var now = clock.instant();
        byte[] payload = {1, 2, 3};
        var letter = new Letter(NewId.at(now), KIND, key, key, payload, Sha256.hex(payload));
        any.run(practice, () -> store.put(new Kept(letter, true, true, false, null), now));
    }

    private String status(String key) {
        return any.in(
                practice,
                () -> db.sql("select status from outbox.letter where key = :key")
                        .param("key", key)
                        .query(String.class)
                        .single());
    }

    /** Takes what it is given. */
    private static final class Pigeons implements Carrier {

        private final List<String> carried = new ArrayList<>();

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public boolean hasCarried(Letter letter) {
            return false;
        }

        @Override
        public void carry(Letter letter) {
            carried.add(letter.key());
        }
    }

    /** Breaks at whatever it is told, while it does. */
    private static final class Writer implements Sender {

        private final List<String> told = new ArrayList<>();
        private boolean breaks;
        private int tried;

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void sent(String key, Instant at) {
            tried++;
            breakIfSo();
            told.add(key + " at " + at);
        }

        @Override
        public void refused(String key, String why, Instant at) {
            breakIfSo();
        }

        private void breakIfSo() {
            if (breaks) {
                throw new IllegalStateException("a bug");
            }
        }
    }
}
