package org.circlekeeper.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The demo as everybody in it sees it, on a busy morning: one walk along all links for each person. */
final class Tour {

    private static final List<String> PEOPLE = List.of("Dana", "Marcus", "Rosa", "Ines", "Priya");
    private static final List<String> GUESTS = List.of("Sam", "Lena");

    /** Answers for programs and watchers, not for people: they have no link and no looks. */
    private static final List<String> NOT_PAGES =
            List.of("/health/live", "/health/ready", "/still-here", "/portal/still-here");

    private final Demo demo;
    private final Map<Walk, Visitor> walks = new LinkedHashMap<>();

    /** A page, by the address that somebody's links lead to. */
    record Stop(Routes.Route route, String address, String person, Visitor visitor) {}

    private Tour(Demo demo) {
        this.demo = demo;
    }

    /** Walks from the beginning of the demo's Monday. */
    static Tour through(Demo demo) {
        demo.backToTheBeginning();
        aBusyMorning(demo);
        var tour = new Tour(demo);
        for (var person : PEOPLE) {
            var visitor = demo.as(person);
            if (person.equals("Ines")) {
                visitor.open("/import");
                visitor.press("Try with the sample practice").reads("Nothing has been imported yet.");
            }
            tour.walks.put(Walk.as(person, visitor), visitor);
        }
        for (var guest : GUESTS) {
            var visitor = demo.guest(guest);
            tour.walks.put(Walk.as(guest, visitor), visitor);
        }
        return tour;
    }

    /** Some pages have something to show only when there is work: a session is closed and claims are ready. */
    private static void aBusyMorning(Demo demo) {
        var leader = demo.as("Marcus");
        leader.press("Let the day pass").reads("Who was there?");
        leader.press("Everyone");
        PlaywrightAssertions.assertThat(leader.page().locator("li[data-marked=yes]"))
                .hasCount(10);
        leader.press("Close session").reads("10 members came");
        leader.open("/notes");
        leader.press("Sign today").reads("notes are signed");
        leader.close();
    }

    Iterable<Walk> walks() {
        return walks.keySet();
    }

    /** The routes that people look at. */
    static Stream<Routes.Route> pages() {
        return Routes.shown().stream().filter(route -> !NOT_PAGES.contains(route.template()));
    }

    /** Each page that links lead to, once, as the first person who gets there; then those that stand open. */
    Stream<Stop> stops() {
        var stranger = demo.visitor();
        var open = pages().filter(route -> route.open() && !route.hasVariables())
                .map(route -> new Stop(route, route.template(), "a stranger", stranger));
        return Stream.concat(pages().flatMap(route -> reached(route).stream()), open);
    }

    Optional<Stop> reached(Routes.Route route) {
        return walks.entrySet().stream()
                .flatMap(walk -> walk
                        .getKey()
                        .to(route)
                        .map(address -> new Stop(route, address, walk.getKey().person(), walk.getValue()))
                        .stream())
                .findFirst();
    }
}
