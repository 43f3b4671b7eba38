package org.circlekeeper.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.circlekeeper.assistant.AfterRound;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.terms.PracticeId;
import org.springframework.stereotype.Component;

/**
 * The invented practice that is the demo, the fixture and the seed: five groups of ten, five weeks of them, told
 * through the same doors that real work goes through. It ends where a newcomer begins.
 */
@Component
public class Story {

    /** Monday 23 November 2026, eight o'clock in Chicago. */
    public static final Instant BEGINS =
            LocalDateTime.of(2026, 11, 23, 8, 0).atZone(MovingIn.ZONE).toInstant();

    private static final Instant MOVES_IN =
            LocalDateTime.of(2026, 10, 16, 9, 0).atZone(MovingIn.ZONE).toInstant();
    private static final Instant EARLY =
            LocalDateTime.of(2026, 11, 23, 7, 30).atZone(MovingIn.ZONE).toInstant();

    /** A Thursday whose sheet was filled in wrongly. */
    private static final LocalDate MIXED_UP = LocalDate.of(2026, 11, 12);

    private final MovableClock clock;
    private final MovingIn movingIn;
    private final Gathering gathering;
    private final Papers papers;
    private final Weeks weeks;
    private final WhoWaits whoWaits;
    private final WhoIsWrittenTo whoIsWrittenTo;
    private final List<AfterRound> afterRounds;
    private final WhatIsAuthorized whatIsAuthorized;
    private final WhoSigned whoSigned;
    private final WhoComesIn whoComesIn;
    private final WhoIsVerified whoIsVerified;
    private final WhatItCosts whatItCosts;
    private final Rounds rounds;
    private final PhotographStore photograph;
    private final PracticeScope scope;

    Story(
            MovableClock clock,
            MovingIn movingIn,
            Gathering gathering,
            Papers papers,
            Weeks weeks,
            WhoWaits whoWaits,
            WhoIsWrittenTo whoIsWrittenTo,
            List<AfterRound> afterRounds,
            WhatIsAuthorized whatIsAuthorized,
            WhoSigned whoSigned,
            WhoComesIn whoComesIn,
            WhoIsVerified whoIsVerified,
            WhatItCosts whatItCosts,
            Rounds rounds,
            PhotographStore photograph,
            PracticeScope scope) {
        this.clock = clock;
        this.movingIn = movingIn;
        this.gathering = gathering;
        this.papers = papers;
        this.weeks = weeks;
        this.whoWaits = whoWaits;
        this.whoIsWrittenTo = whoIsWrittenTo;
        this.afterRounds = List.copyOf(afterRounds);
        this.whatIsAuthorized = whatIsAuthorized;
        this.whoSigned = whoSigned;
        this.whoComesIn = whoComesIn;
        this.whoIsVerified = whoIsVerified;
        this.whatItCosts = whatItCosts;
        this.rounds = rounds;
        this.photograph = photograph;
        this.scope = scope;
    }

    /** The two practices of the story. */
    public record Told(PracticeId willowHouse, PracticeId harborLane) {}

    /** Tells all of it and leaves the clock where it begins. */
    public Told tell() {
        var told = new Told(tell(Cast.willowHouse()), tell(Cast.harborLane()));
        clock.moveTo(BEGINS);
        return told;
    }

    private PracticeId tell(Script script) {
        clock.moveTo(MOVES_IN);
        var house = movingIn.open(script);
        scope.run(house.id(), () -> gathering.fill(house));
        rounds.make(house.id());
        weeks.live(house, 0, 1);
        photograph.count();
        weeks.live(house, 1, Weeks.COUNT);
        scope.run(house.id(), () -> papers.choose(house));
        if (script.files()) {
            scope.run(house.id(), () -> whoWaits.ask(house));
            scope.run(house.id(), () -> whoIsWrittenTo.write(house));
            scope.run(house.id(), () -> whatIsAuthorized.tell(house));
            scope.run(house.id(), whoSigned::sign);
            var invited = scope.in(house.id(), () -> whoComesIn.invite(house));
            var sam = whoComesIn.comeIn(invited);
            scope.run(house.id(), () -> whoComesIn.writeBack(sam));
            scope.run(house.id(), () -> papers.give(house, sam.member()));
            scope.run(house.id(), () -> whoSigned.agrees(sam));
            afterRounds.forEach(one -> one.afterRound(house.id()));
        }
        clock.moveTo(EARLY);
        if (script.files()) {
            weeks.correct(house, MIXED_UP, "Noor");
            var run = scope.in(house.id(), () -> whoIsVerified.ask(house));
            scope.run(house.id(), () -> whoIsVerified.answer(house, run));
            scope.run(house.id(), () -> whatItCosts.tell(house));
        }
        rounds.make(house.id());
        return house.id();
    }
}
