package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.WaitingPractice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page of open seats: the next three for each, why they come next, and what speaks against them. */
@PracticeTest
class PlacementPagesTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");

    @Autowired
    AtTheWaitlist at;

    @Autowired
    AnyPractice any;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Kinds kinds;

    @Autowired
    MovableClock clock;

    private Instant began;
    private AtTheWaitlist.Scene scene;
    private WaitingPractice.Made made;
    private Visitor office;
    private Criterion drinks;

    @BeforeEach
    void a_group_with_one_free_seat_that_is_not_for_everybody() {
        began = clock.instant();
        clock.moveTo(MONDAY);
        scene = at.scene();
        made = scene.made();
        office = scene.office();
        drinks = any.in(made.practice(), () -> {
            var said = new Criterion(
                    kinds.newId(), made.type(), null, true, Criterion.Kind.STATEMENT, "", "Drinks every day.");
            kinds.add(said, AnyPractice.TESTER);
            return said;
        });
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        clock.moveTo(began);
    }

    @Test
    void of_four_who_wait_the_next_three_are_shown_in_order_with_reasons_and_what_speaks_against() {
        var against = waitsSince(30, "Cleo", 3);
        waitsSince(2, "Dov", 4);
        waitsSince(9, "Ana", 1);
        waitsSince(5, "Ben", 2);
        answers(against, "MET", "said so");

        var card = card();
        assertThat(card).contains("3 fit.");
        assertThat(Pattern.compile("href=\"/waitlist/[0-9a-f-]{36}\">([^<]*)<")
                        .matcher(card)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly("Ana W.", "Ben W.", "Dov W.");
        assertThat(card).contains("waited 9 days, comes Tuesdays", "waited 5 days", "waited 2 days");
        assertThat(card).contains("Not known yet: Drinks every day.").doesNotContain("Cleo");

        withdraw(4, "Dov");
        var three = card();
        assertThat(three)
                .contains("2 fit.", "Cleo W.", "not for them", "It is not for: Drinks every day. (said so)")
                .doesNotContain("Dov W.");
        assertThat(three.indexOf("Ben W.")).isLessThan(three.indexOf("Cleo W."));
    }

    @Test
    void what_screening_found_is_written_down_shown_and_stands_with_the_offer() {
        var lena = waitsSince(9, "Lena", 1);
        var href = "/waitlist/" + lena;
        assertThat(office.page(href)).contains("Drinks every day.", "something to ask");

        answers(lena, "MET", "since June");
        assertThat(office.page(href))
                .contains("value=\"since June\"", "It is not for: Drinks every day. (since June)", "not for them")
                .contains("Ines Costa");
        assertThat(card()).contains("Nobody who waits fits yet.", "It is not for: Drinks every day. (since June)");
        assertThat(office.after(offer(href))).contains("Not offered.");
        assertThat(at.status(scene, lena)).isEqualTo(WaitStatus.WAITING);

        answers(lena, "NOT_MET", "stopped in July");
        assertThat(office.page(href)).contains("value=\"stopped in July\"").doesNotContain("since June");
        assertThat(office.page(href)).contains("suits them");
        assertThat(card()).contains("1 fits.").doesNotContain("It is not for");
        offer(href);
        assertThat(at.status(scene, lena)).isEqualTo(WaitStatus.OFFERED);
    }

    @Test
    void an_offer_that_cannot_be_read_is_refused_beside_its_field_and_keeps_no_seat() {
        var lena = waitsSince(9, "Lena", 1);
        var href = "/waitlist/" + lena;

        for (var day : List.of("2026-11-22", "31.12.2026", "", "20261-11-24")) {
            assertThat(offer(href, "firstDay", day, "hours", "48"))
                    .as(day)
                    .hasStatus(422)
                    .bodyText()
                    .contains("-firstDay-says", day.equals("2026-11-22") ? "That day is past." : "Write the first day")
                    .contains("name=\"firstDay\" value=\"" + day + "\"");
        }
        for (var hours : List.of("0", "337", "two days", "-5")) {
            assertThat(offer(href, "firstDay", "2026-11-24", "hours", hours))
                    .as(hours)
                    .hasStatus(422)
                    .bodyText()
                    .contains("Write how many hours, from 1 to 336");
        }
        assertThat(at.status(scene, lena)).isEqualTo(WaitStatus.WAITING);
        assertThat(office.page("/calls")).doesNotContain("Offer them a seat");

        assertThat(offer(href, "firstDay", "2026-11-24", "hours", "")).hasStatus(303);
        assertThat(at.status(scene, lena)).isEqualTo(WaitStatus.OFFERED);
        assertThat(office.after(offer(href, "firstDay", "", "hours", "")))
                .as("they do not wait any more")
                .contains("Not offered");
    }

    @Test
    void an_answer_that_is_none_changes_nothing() {
        var lena = waitsSince(9, "Lena", 1);
        answers(lena, "MET", "since June");

        assertThat(office.post("/waitlist/" + lena + "/answers", "found-" + drinks.id(), "PERHAPS"))
                .hasStatus(303);
        assertThat(office.page("/waitlist/" + lena)).contains("value=\"since June\"");
        assertThat(scene.other().post("/waitlist/" + lena + "/answers", "found-" + drinks.id(), "NOT_MET"))
                .hasStatus(403);
    }

    private EntryId waitsSince(int days, String first, int number) {
        clock.moveTo(MONDAY.minusSeconds(86_400L * days));
        var id = waiting.waits(made, first, number);
        clock.moveTo(MONDAY);
        return id;
    }

    private void withdraw(int number, String first) {
        var id = Pattern.compile("href=\"/waitlist/([0-9a-f-]{36})\">" + first + " W\\.")
                .matcher(office.page("/waitlist/placement"))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Number " + number + " is not on the page"));
        assertThat(office.post("/waitlist/" + id + "/move", "to", "WITHDRAWN")).hasStatus(303);
    }

    private void answers(EntryId id, String found, String words) {
        assertThat(office.post(
                        "/waitlist/" + id + "/answers", "found-" + drinks.id(), found, "words-" + drinks.id(), words))
                .hasStatus(303);
    }

    private MvcTestResult offer(String href) {
        return office.post(href + "/offer", "group", made.group().toString(), "firstDay", "2026-11-24");
    }

    private MvcTestResult offer(String href, String... more) {
        var fields = new ArrayList<>(List.of("group", made.group().toString()));
        fields.addAll(List.of(more));
        return office.post(href + "/offer", fields.toArray(String[]::new));
    }

    /** The card of the group among the open seats. */
    private String card() {
        var page = office.page("/waitlist/placement");
        var from = page.indexOf("<ul class=\"cards\"");
        return page.substring(from, page.indexOf("</main>", from));
    }
}
