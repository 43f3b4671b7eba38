package org.circlekeeper.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking for somebody by name: found with and without scripts, and the name stands in no address. */
@ExtendWith(Demo.Giver.class)
class SearchTest {

    private static final int DESK = 1280;

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void a_name_is_looked_for_and_stands_in_no_address(boolean scripts, Demo demo) {
        demo.backToTheBeginning();
        var owner = demo.visitor(DESK, scripts).become("Dana");
        for (var path : List.of("/patients", "/search")) {
            owner.open(path);
            field(owner, scripts);
            owner.page().keyboard().type("ruiz");
            owner.page().keyboard().press("Enter");

            owner.reads(path.equals("/patients") ? "1 member matches" : "Ana Ruiz");
            assertThat(owner.page().locator("input[name=q]")).hasValue("ruiz");
            assertThat(owner.page()).hasURL(Pattern.compile(".*" + path + "$"));
            owner.page().locator("main a[data-open]").first().click();
            owner.reads("Ruiz");
            assertThat(owner.page()).hasURL(Pattern.compile(".*/patients/[0-9a-f-]{36}$"));
        }
        assertThat(owner.complaints()).isEmpty();
        owner.close();
    }

    /** With scripts a key leads to the field, without them the tabulator or a finger. */
    private static void field(Visitor owner, boolean scripts) {
        if (scripts) {
            owner.page().keyboard().press("/");
        } else {
            owner.page().locator("input[name=q]").focus();
        }
        assertThat(owner.page().locator("input[name=q]")).isFocused();
    }
}
