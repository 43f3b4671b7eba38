package org.circlekeeper.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.Map;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Drafts;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Publishing;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.portal.Entrance;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The notice of privacy practices is read at the door and on every page, whatever became of its receipt. */
@PracticeTest
class PrivacyNoticeTest {

    private static final FormId NOTICE = new FormId("privacy-notice");

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPacket starter;

    @Autowired
    FormLibrary library;

    @Autowired
    FormShelf shelf;

    @Autowired
    Drafts drafts;

    @Autowired
    Publishing publishing;

    @Autowired
    MockMvcTester browser;

    private OwnPages.Made made;
    private MemberVisitor member;
    private String door;

    @BeforeEach
    void a_member_who_has_signed_in() {
        made = own.made();
        member = new MemberVisitor(browser, own.signedIn(made, made.member()));
        door = Entrance.at(made.practice());
    }

    @Test
    void it_is_linked_on_every_page_and_at_the_door_and_opens_from_both() {
        uses();
        assertThat(member.page("/portal")).contains("href=\"/portal/privacy\"");
        assertThat(member.page("/portal/privacy"))
                .contains("Notice of privacy practices", "When the law lets us", "Version 1, which holds now")
                .doesNotContain("{{", "My mark says only", "You got this notice", "type=\"checkbox\"");
        var stranger = new MemberVisitor(browser, null);
        assertThat(stranger.page(door)).contains("href=\"" + door + "/privacy\"");
        assertThat(stranger.page(door + "/privacy"))
                .contains("When the law lets us")
                .doesNotContain("{{");
        assertThat(stranger.speaking("es").page(door + "/privacy"))
                .contains("Aviso de prácticas de privacidad", "Quiénes somos");
    }

    @Test
    void the_version_that_holds_is_shown_and_in_no_other_language_than_that_of_the_page() {
        uses();
        any.run(made.practice(), () -> {
            drafts.save(NOTICE, Language.EN, 1, "title: Our notice\n\nIt is shorter now.\n\n[initial] Got it.", TESTER);
            publishing.publish(library.find(NOTICE).orElseThrow(), Map.of(Language.EN, 2), "Shorter.", TESTER);
        });
        assertThat(member.page("/portal/privacy"))
                .contains("It is shorter now.")
                .doesNotContain("Got it.");
        assertThat(member.speaking("es").page("/portal/privacy"))
                .contains("Todavía no tenemos aquí nuestro aviso")
                .doesNotContain("It is shorter now.");
    }

    @Test
    void before_there_is_one_the_page_says_where_to_ask_and_behind_no_door_there_is_none() {
        assertThat(member.page("/portal/privacy")).contains("We have no notice of privacy practices");
        assertThat(new MemberVisitor(browser, null).ask("/portal/at/nobody/privacy"))
                .hasStatus(404);
    }

    private void uses() {
        any.run(made.practice(), () -> {
            starter.use(TESTER);
            library.ownWords().forEach(name -> shelf.word(name, "as agreed", TESTER));
        });
    }
}
