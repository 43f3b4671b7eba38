package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Drafts;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.forms.Publishing;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Trust;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A newer version of a paper is in use: the practice is asked whether those with the older one are to get it. */
@PracticeTest
class RenewVersionsTest {

    private static final FormId AGREEMENT = new FormId("group-confidentiality");

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPacket starter;

    @Autowired
    FormLibrary library;

    @Autowired
    Drafts drafts;

    @Autowired
    Publishing publishing;

    @Autowired
    MemberPapers papers;

    @Autowired
    Rounds rounds;

    @Autowired
    Journal journal;

    @Autowired
    MockMvcTester browser;

    private OwnPages.Made made;
    private Visitor office;

    @BeforeEach
    void two_members_who_signed_version_1() {
        made = own.made();
        office = own.staff(made, Role.COORDINATOR, browser);
        any.run(made.practice(), () -> {
            starter.use(TESTER);
            for (var member : List.of(made.member(), made.other())) {
                papers.give(member, new Asked(AGREEMENT, 1, Language.EN, "Agreement", Need.REQUIRED), TESTER);
                papers.signed(papers.of(member).getFirst().id(), UUID.randomUUID(), null, TESTER);
            }
        });
    }

    @Test
    void it_is_asked_about_until_they_were_asked_for_it() {
        assertThat(questions()).isEmpty();
        publish(1, "In fewer words.");
        assertThat(questions())
                .singleElement()
                .asString()
                .contains("2 members have an older version of", "Ask them for version 2");

        office.post("/papers/renewals", "form", AGREEMENT.value(), "due", "2030-01-01");
        assertThat(questions()).isEmpty();
    }

    @Test
    void whoever_says_that_the_older_one_will_do_says_why_and_is_asked_about_the_next_one() {
        publish(1, "A word that was misspelt.");
        assertThat(office.page("/papers")).contains("The older one will do");
        assertThat(office.post("/papers/renewals/none", "form", AGREEMENT.value(), "why", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Say why");
        assertThat(questions()).hasSize(1);

        office.post("/papers/renewals/none", "form", AGREEMENT.value(), "why", "A word was misspelt");
        assertThat(questions()).isEmpty();
        assertThat(office.page("/papers")).doesNotContain("The older one will do");

        publish(2, "The rules are other ones.");
        assertThat(questions()).singleElement().asString().contains("Ask them for version 3");
    }

    private void publish(int revision, String text) {
        any.run(made.practice(), () -> {
            assertThat(drafts.save(AGREEMENT, Language.EN, revision, "title: Agreement\n\n[initial] " + text, TESTER))
                    .isInstanceOf(Drafts.Saving.Saved.class);
            var draft = drafts.find(AGREEMENT, Language.EN).orElseThrow();
            assertThat(publishing.publish(
                            library.find(AGREEMENT).orElseThrow(), Map.of(Language.EN, draft.revision()), text, TESTER))
                    .isInstanceOf(Publishing.Outcome.Published.class);
        });
    }

    private List<String> questions() {
        rounds.make(made.practice(), Trust.PROPOSE);
        return any.in(made.practice(), journal::open).stream()
                .filter(entry -> entry.duty().equals(RenewVersions.ID))
                .map(JournalEntry::question)
                .map(String::valueOf)
                .toList();
    }
}
