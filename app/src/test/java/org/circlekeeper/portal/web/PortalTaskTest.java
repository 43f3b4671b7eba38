package org.circlekeeper.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.portal.Accounts;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.portal.PortalTask;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxies.Granted;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a feature has for a member to do stands on their first page, in their language, for whoever may do it. */
@PracticeTest
@Import(PortalTaskTest.Paper.class)
class PortalTaskTest {

    @Autowired
    OwnPages pages;

    @Autowired
    AnyPractice any;

    @Autowired
    Proxies proxies;

    @Autowired
    Accounts accounts;

    @Autowired
    Patients patients;

    @Autowired
    MockMvcTester browser;

    /** A paper that waits. */
    static class Paper implements PortalTask {

        @Override
        public MemberPart part() {
            return MemberPart.FORMS;
        }

        @Override
        public List<ToDo> of(SignedInMember who, Tongue tongue) {
            return List.of(new ToDo("A paper in " + tongue.language() + " of " + who.member(), "/portal/paper"));
        }
    }

    @Test
    void it_is_said_to_the_member_in_their_language_and_leads_on() {
        var made = pages.made();
        var member = new MemberVisitor(browser, pages.signedIn(made, made.member()));
        assertThat(member.page("/portal"))
                .contains("href=\"/portal/paper\"", "A paper in EN of " + made.member())
                .doesNotContain("Nothing waits for you.");
        assertThat(member.speaking("es").page("/portal")).contains("A paper in ES of " + made.member());
    }

    @Test
    void whoever_acts_in_other_parts_alone_is_not_asked_to_do_it() {
        var made = pages.made();
        assertThat(acting(made, EnumSet.of(MemberPart.MESSAGES)).page("/portal"))
                .contains("Nothing waits for you.")
                .doesNotContain("A paper in");
        var other = pages.made();
        assertThat(acting(other, EnumSet.of(MemberPart.FORMS)).page("/portal"))
                .contains("A paper in EN of " + other.member());
    }

    private MemberVisitor acting(Made made, Set<MemberPart> parts) {
        var invitation = any.in(made.practice(), () -> {
            var grant = new Proxies.Grant(
                    "Lena Vogt",
                    "lena@" + made.practice() + ".example",
                    Proxy.Relation.REPRESENTATIVE,
                    parts,
                    "paper, cabinet 3",
                    null,
                    LocalDate.of(2026, 11, 1),
                    null);
            var granted = proxies.grant(patients.find(made.member()).orElseThrow(), grant, TESTER);
            var proxy = proxies.of(made.member(), ((Granted.Done) granted).id()).orElseThrow();
            return accounts.invite(proxy, "http://localhost", TESTER);
        });
        return new MemberVisitor(browser, pages.signedIn(invitation));
    }
}
