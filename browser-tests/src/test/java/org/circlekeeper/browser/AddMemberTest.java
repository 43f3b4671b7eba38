package org.circlekeeper.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Giving somebody a seat: what it changes is read before it is done, with and without scripts, and by keys. */
@ExtendWith(Demo.Giver.class)
class AddMemberTest {

    private static final int DESK = 1280;

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void a_member_is_added_after_a_look_at_what_it_changes(boolean scripts, Demo demo) {
        demo.backToTheBeginning();
        var owner = demo.visitor(DESK, scripts).become("Dana");
        newMember(owner, "Kim", "Moss");
        owner.open("/groups");
        owner.page().locator(".cards a[data-open]").first().click();
        owner.reads("10 of 10 seats");

        owner.press("Add member").reads("Choose who and from when.");
        choose(owner, "Kim Moss");
        owner.press("See what it changes").reads("All 10 seats are taken or offered then.");
        owner.reads("The seat cannot be given like this.");

        owner.follow("Friday Anchor").reads("10 of 10 seats");
        oneMoreSeat(owner);
        owner.press("Add member").reads("Choose who and from when.");
        choose(owner, "Kim Moss");
        owner.press("See what it changes").reads("They get the last free seat of Friday Anchor.");
        owner.reads("This member is on").reads("No message goes out by this.");
        owner.reads("No therapist has decided whether they fit a group of this kind, Process group.");
        owner.page().locator("[name=despite]").fill("screened by phone");
        owner.press("Add member").reads("The seat is theirs.").reads("Kim Moss");
        assertThat(owner.complaints()).isEmpty();
        owner.close();
    }

    @Test
    void keys_lead_to_adding_pausing_and_moving(Demo demo) {
        demo.backToTheBeginning();
        var owner = demo.as("Dana");
        owner.open("/groups");
        owner.page().locator(".cards a[data-open]").first().click();
        owner.reads("Members");
        owner.page().keyboard().press("m");
        owner.reads("Choose who and from when.");
        owner.page().goBack();
        owner.reads("Who has a seat");
        owner.page().keyboard().press("j");
        owner.page().keyboard().press("h");
        owner.reads("One membership, from its first day to its last");
        assertThat(owner.page()).hasURL(Pattern.compile(".*#hold$"));
        owner.page().goBack();
        owner.reads("Who has a seat");
        owner.page().keyboard().press("j");
        owner.page().keyboard().press("t");
        assertThat(owner.page()).hasURL(Pattern.compile(".*#transfer$"));
        assertThat(owner.complaints()).isEmpty();
        owner.close();
    }

    private static void newMember(Visitor owner, String first, String last) {
        owner.open("/patients/new");
        owner.page().locator("[name=first]").fill(first);
        owner.page().locator("[name=last]").fill(last);
        owner.page().locator("[name=born]").fill("1990-02-03");
        owner.page().locator("select[name=sex]").selectOption("U");
        owner.page().locator("main form[method=post] button").last().click();
        owner.reads(first + " " + last);
    }

    private static void oneMoreSeat(Visitor owner) {
        owner.page().getByText("Change name, sizes, leader or programme").click();
        owner.page().locator("[name=capacity]").fill("11");
        owner.press("Save").reads("10 of 11 seats");
    }

    private static void choose(Visitor owner, String name) {
        Page page = owner.page();
        var option = page.locator("select[name=patient] option")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
        page.locator("select[name=patient]").selectOption(new SelectOption().setValue(option.getAttribute("value")));
    }
}
