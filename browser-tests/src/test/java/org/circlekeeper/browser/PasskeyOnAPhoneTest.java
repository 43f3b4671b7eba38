package org.circlekeeper.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A member adds a passkey on a telephone of 320 pixels and comes in with it; without scripts none is offered. */
@ExtendWith(Demo.Giver.class)
class PasskeyOnAPhoneTest {

    private static final int PHONE = 320;

    @BeforeEach
    void monday(Demo demo) {
        demo.backToTheBeginning();
    }

    @Test
    void a_phone_signs_its_holder_in_once_it_has_a_passkey(Demo demo) {
        var sam = demo.visitorAtLocalhost(PHONE, true).visit("Sam");
        authenticator(sam);
        var wrong = new ArrayList<String>();
        sam.follow("Sign in with this phone next time");
        wrong.addAll(Axe.violations(sam.page()));
        sam.press("Add a passkey").reads("Added. Next time choose");
        sam.reads("This phone");

        sam.press("Sign out").reads("You are signed out.");
        wrong.addAll(Axe.violations(sam.page()));
        sam.press("Sign in with a passkey").reads("Next session");
        sam.open("/portal/passkeys");
        sam.reads("Last used").press("Remove").reads("Removed.");
        sam.press("Sign out").press("Sign in with a passkey").reads("That did not sign you in");
        assertThat(wrong).isEmpty();
    }

    @Test
    void without_scripts_the_page_says_why_none_is_added(Demo demo) {
        var sam = demo.visitorAtLocalhost(PHONE, false).visit("Sam");
        sam.open("/portal/passkeys");
        sam.reads("To add one, let this page run scripts");
        assertThat(sam.page().locator("[data-passkey]")).isHidden();
        assertThat(sam.page().locator("[data-scriptless]")).isVisible();
    }

    /** A phone inside the browser: it knows its holder, and says yes by itself. */
    private static void authenticator(Visitor sam) {
        CDPSession session = sam.page().context().newCDPSession(sam.page());
        session.send("WebAuthn.enable");
        var kind = new JsonObject();
        kind.addProperty("protocol", "ctap2");
        kind.addProperty("transport", "internal");
        kind.addProperty("hasResidentKey", true);
        kind.addProperty("hasUserVerification", true);
        kind.addProperty("isUserVerified", true);
        kind.addProperty("automaticPresenceSimulation", true);
        var options = new JsonObject();
        options.add("options", kind);
        session.send("WebAuthn.addVirtualAuthenticator", options);
    }
}
