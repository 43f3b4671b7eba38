package org.circlekeeper.story;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.circlekeeper.access.Role;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.story.MarkedPractice.Marked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What leaves the house or is written beside it: each claim of a file tells of one member, all else of nobody (I3). */
@PracticeTest
class OneMemberInWhatLeavesTest {

    @Autowired
    MarkedPractice practices;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Claims claims;

    @Autowired
    JdbcClient db;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.circlekeeper");
    private Marked marked;

    @BeforeEach
    void everything_that_is_logged_is_read() {
        log.start();
        root.addAppender(log);
        ours.setLevel(Level.DEBUG);
        marked = practices.open();
    }

    @AfterEach
    void as_it_was() {
        root.detachAppender(log);
        ours.setLevel(Level.INFO);
    }

    @Test
    void i03_each_claim_of_a_file_tells_of_its_own_member_alone() {
        int members = 0;
        int claimed = 0;
        for (var text : files()) {
            var parts = text.split("~\\s*(?=HL\\*\\d+\\*\\d+\\*22)");
            assertThat(parts[0]).doesNotContain(everybody());
            for (int i = 1; i < parts.length; i++) {
                var part = parts[i];
                var whose = marked.members().stream()
                        .filter(member -> part.contains(member.last().toUpperCase(Locale.ROOT)))
                        .toList();
                assertThat(whose).as("one part, one member").hasSize(1);
                assertThat(part).doesNotContain(marked.others(whose.getFirst()));
                members++;
                claimed += part.split("CLM\\*").length - 1;
            }
        }
        assertThat(members).isEqualTo(3);
        assertThat(claimed).isEqualTo(5);
    }

    @Test
    void i03_no_file_name_and_no_row_of_the_outbox_tells_of_anybody() {
        var rows = practices.in(
                marked.practice(),
                () -> db.sql(
                                "select kind || ' ' || target || ' ' || key || ' ' || coalesce(trouble, '') from outbox.letter")
                        .query(String.class)
                        .list());
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).doesNotContain(everybody()));
        for (var batch : practices.in(marked.practice(), () -> claims.batches(10))) {
            var answer = browser.get()
                    .uri("/batches/" + batch.id() + "/file")
                    .cookie(new Cookie("circlekeeper", marked.tokens().get(Role.BILLER)))
                    .exchange();
            assertThat(answer).hasStatusOk();
            assertThat(answer.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                    .contains("837P-")
                    .doesNotContain(everybody());
        }
    }

    @Test
    void i03_no_line_of_the_log_tells_of_anybody() {
        for (var session : practices.sessions(marked)) {
            for (var role : Role.values()) {
                browser.get()
                        .uri("/sessions/" + session.id())
                        .cookie(new Cookie("circlekeeper", marked.tokens().get(role)))
                        .exchange();
            }
        }
        browser.get()
                .uri("/patients/" + marked.anouk().id() + "/edit")
                .cookie(new Cookie("circlekeeper", marked.tokens().get(Role.OWNER)))
                .exchange();
        var names = new ArrayList<CharSequence>(everybody());
        marked.members().forEach(member -> {
            names.remove(member.id().toString());
            names.removeAll(member.claims());
        });
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .allSatisfy(line -> assertThat(line).doesNotContain(names));
    }

    private List<String> files() {
        var texts = practices.in(
                marked.practice(),
                () -> claims.batches(10).stream()
                        .map(batch -> new String(claims.content(batch.id()), StandardCharsets.ISO_8859_1))
                        .toList());
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private List<CharSequence> everybody() {
        return marked.members().stream()
                .flatMap(member -> member.marks().stream())
                .map(mark -> (CharSequence) mark)
                .toList();
    }
}
