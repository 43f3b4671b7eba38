package org.circlekeeper.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.story.WhatRoutesTell.OF_THEMSELVES;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.portal.Accounts;
import org.circlekeeper.portal.Entrance;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.story.MarkedPractice.Marked;
import org.circlekeeper.story.MarkedPractice.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Each of the members' own pages, read from the routes: nothing says that there is anybody else, nor how many (I3).
 * Anouk and Boris share a group, Boris and Clio another.
 */
@PracticeTest
class OneMembersOwnPagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    MarkedPractice practices;

    @Autowired
    Accounts accounts;

    @Autowired
    Entrance entrance;

    @Autowired
    Rosters rosters;

    @Autowired
    Groups groups;

    @Autowired
    Sessions sessions;

    @Autowired
    PracticeScope scope;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final Map<GroupId, String> next = new HashMap<>();
    private Marked marked;

    @BeforeEach
    void three_members_whom_nothing_confuses() {
        marked = practices.open();
    }

    @Test
    void i03_a_members_own_pages_tell_of_no_other() {
        var pages = pages();
        assertThat(pages).isEqualTo(new TreeSet<>(OF_THEMSELVES));
        var names = scope.in(
                marked.practice(), () -> groups.all().stream().map(Group::name).toList());
        assertThat(names).isNotEmpty();
        for (var member : marked.members()) {
            var signIn = cameIn(member);
            for (var route : pages) {
                var page = route.replace("{topic}", "care")
                        .replace("{number}", "1")
                        .replace("{id}", route.startsWith("/portal/papers") ? member.paper() : next(member));
                var answer = browser.get().uri(page).cookie(signIn).exchange();
                assertThat(answer).as(page).hasStatusOk();
                tellsOfNoOther(answer, member, page);
                assertThat(answer).as(page).bodyText().doesNotContain(names);
            }
        }
    }

    @Test
    void i03_nobody_turns_to_the_pages_of_another_nor_speaks_for_them() {
        var signIn = cameIn(marked.anouk());
        for (var other : List.of(marked.boris(), marked.clio())) {
            var turned = post("/portal/whom", signIn, "member", other.id().toString());
            assertThat(turned).hasStatus(404);
            tellsOfNoOther(turned, marked.anouk(), "another's pages");
        }
        var strange = "/portal/sessions/" + next(marked.clio()) + "/absence";
        assertThat(browser.get().uri(strange).cookie(signIn)).hasStatus(404);
        assertThat(post(strange, signIn, "a", "b"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo("/portal");
        assertThat(browser.get().uri("/portal").cookie(signIn)).bodyText().doesNotContain("You said on");
    }

    private TreeSet<String> pages() {
        var pages = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.hasMethodAnnotation(ForMembers.class)
                    && info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                pages.addAll(info.getPatternValues());
            }
        });
        pages.remove("/portal/still-here");
        pages.removeAll(WhatRoutesTell.LEADING_ON);
        return pages;
    }

    private void tellsOfNoOther(MvcTestResult answer, Member member, String asked) {
        var heads = new StringBuilder();
        answer.getResponse()
                .getHeaderNames()
                .forEach(name -> heads.append(answer.getResponse().getHeaders(name)));
        assertThat(answer).as(asked).bodyText().doesNotContain(marked.others(member));
        assertThat(heads.toString()).as(asked).doesNotContain(marked.others(member));
    }

    private MvcTestResult post(String path, Cookie signIn, String field, String value) {
        return browser.post()
                .uri(path)
                .cookie(signIn)
                .with(csrf())
                .param(field, value)
                .exchange();
    }

    /** A session to come that expects this member, on a day that names no group. */
    private String next(Member member) {
        return scope.in(
                marked.practice(),
                () -> next.computeIfAbsent(rosters.of(member.id()).getFirst().group(), this::planned));
    }

    private String planned(GroupId group) {
        var id = sessions.newId();
        var start = Instant.parse("2026-11-25T15:00:00Z");
        sessions.add(List.of(new Session(
                id,
                group,
                null,
                LocalDate.of(2026, 11, 25),
                start,
                start.plus(Duration.ofMinutes(60)),
                groups.find(group).orElseThrow().leader(),
                "11",
                Session.Status.PLANNED,
                null,
                false)));
        return id.toString();
    }

    private Cookie cameIn(Member member) {
        var invitation = scope.in(
                marked.practice(), () -> accounts.invite(member.id(), "http://localhost", MarkedPractice.TEST));
        var token = invitation.link().substring(invitation.link().lastIndexOf('/') + 1);
        var entered = entrance.enter(token, invitation.code(), "482913", "10.0.0.1", "");
        return new Cookie("circlekeeper-portal", ((Entrance.Entered.Welcome) entered).token());
    }
}
