package org.circlekeeper.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The calendar without a mouse: looked at, an appointment booked and moved, and a day settled whose leader is away. */
@ExtendWith(Demo.Giver.class)
class CalendarKeysTest {

    private static final String ALONE = "/calendar/appointments/new";

    @Test
    void weeks_and_the_list_are_gone_through_by_keys(Demo demo) {
        demo.backToTheBeginning();
        var office = demo.as("Ines");
        office.open("/calendar");
        office.reads("Monday Circle").reads("Marcus Bell · Garden room").reads("Screening");
        office.page().keyboard().press("]");
        office.reads("Mon 30 Nov");
        office.page().keyboard().press("[");
        office.reads("Mon 23 Nov");
        assertThat(office.page().locator(".weekday.today")).containsText("Monday Circle");

        enter(office, office.page().locator("nav a", named("As a list")));
        office.reads("What is planned, day by day.").reads("Talking room");
        office.page().keyboard().press("j");
        office.page().keyboard().press("Enter");
        office.reads("Move it, have somebody else lead it, or add one in its place");
        assertThat(office.complaints()).isEmpty();
        office.close();
    }

    @Test
    void an_appointment_is_booked_moved_and_moved_back_by_keys(Demo demo) {
        demo.backToTheBeginning();
        var office = demo.as("Ines");
        office.open(ALONE);
        book(office, "14:00");
        office.reads("The appointment is in the calendar.").reads("Talking room");

        enter(office, office.page().locator("summary", named("Move it to another time")));
        office.page().locator("form[action$='/move'] [name=start]").fill("09:30");
        type(office, "form[action$='/move'] [name=why]", "asked for");
        office.page().keyboard().press("Enter");
        office.reads("Marcus Bell is with Monday Circle on Mon 23 Nov 2026, 09:00 to 10:15.");

        office.page().locator("form[action$='/move'] [name=start]").fill("15:00");
        office.page().locator("form[action$='/move'] [name=why]").focus();
        office.page().keyboard().press("Enter");
        office.reads("Done. Changes 1 appointment").reads("moves to Mon 23 Nov 2026, 15:00 to 15:50");

        office.page().keyboard().press("u");
        office.reads("Taken back.");
        assertThat(office.page()).hasURL(Pattern.compile(".*/calendar$"));
        assertThat(office.page().locator(".weekday.today")).containsText("14:00 to 14:50");
        // The browser notes on its console that the clash was refused.
        assertThat(office.complaints())
                .allSatisfy(said -> assertThat(said).contains("/move says on the console", "a status of 422"));
        office.close();
    }

    @Test
    void a_day_whose_leader_is_away_is_settled_as_one_act_and_undone(Demo demo) {
        demo.backToTheBeginning();
        var office = demo.as("Ines");
        office.open(ALONE);
        book(office, "14:00");
        office.reads("The appointment is in the calendar.");
        office.open("/");
        enter(office, office.page().locator("a", named("A leader is away today")));
        choose(office, "select[name=leader]", "Marcus");
        office.page().keyboard().press("Enter");
        enter(office, office.button("Show the day"));
        office.reads("Monday Circle, Mon 23 Nov 2026, 09:00").reads("Intake interview, Mon 23 Nov 2026, 14:00");

        type(office, "[name=why]", "Marcus is ill");
        office.page().keyboard().press("Enter");
        office.reads("This is what would happen. Nothing is done yet.")
                .reads("Changes 1 session and 1 appointment, tells 10 people.");
        assertThat(office.button("Do this")).isFocused();
        office.page().keyboard().press("Enter");
        office.reads("Done. Changes 1 session and 1 appointment, tells 10 people.");
        assertThat(office.page().locator(".weekday.today .slot.away")).hasCount(2);

        office.page().keyboard().press("u");
        office.reads("Taken back.");
        assertThat(office.page().locator(".weekday.today .slot.away")).hasCount(0);
        assertThat(office.complaints()).isEmpty();
        office.close();
    }

    private static void book(Visitor office, String start) {
        choose(office, "select[name=kind]", "Int");
        type(office, "[name=label]", "Somebody new");
        choose(office, "select[name=leader]", "Marcus");
        office.page().locator("form[method=post] [name=day]").fill("2026-11-23");
        office.page().locator("form[method=post] [name=start]").fill(start);
        choose(office, "select[name=room]", "Talking");
        office.page().locator("[name=label]").focus();
        office.page().keyboard().press("Enter");
    }

    /** By the first letters of what is chosen. */
    private static void choose(Visitor office, String select, String letters) {
        office.page().locator("main form " + select).last().focus();
        office.page().keyboard().type(letters);
    }

    private static void type(Visitor office, String field, String text) {
        office.page().locator(field).last().focus();
        office.page().keyboard().type(text);
    }

    private static void enter(Visitor office, Locator what) {
        what.first().focus();
        office.page().keyboard().press("Enter");
    }

    private static Page.LocatorOptions named(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
