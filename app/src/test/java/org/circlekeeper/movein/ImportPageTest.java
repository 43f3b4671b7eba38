package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PracticeTest
class ImportPageTest {

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    Patients patients;

    @Autowired
    PracticeScope scope;

    @Autowired
    Uploads uploads;

    @Autowired
    Rounds rounds;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvcTester browser;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;
    Cookie owner;

    @BeforeEach
    void open() {
        practice = folder.opened(openings);
        var person = people.add("owner-" + practice + "@example.org", "Olive Owner");
        people.giveRole(practice, person, Role.OWNER, Folder.OPERATOR);
        owner = new Cookie("circlekeeper", signIns.begin(person, practice));
    }

    @Test
    void files_are_tried_then_imported_then_taken_back() throws Exception {
        assertThat(text(get("/import"))).contains("Nothing has been imported yet");
        var tried = location(upload());
        assertThat(text(get(tried)))
                .contains("5 groups, 20 sessions, 50 members")
                .contains("C9003 has no first name. Fill it in.");
        scope.run(practice, () -> assertThat(patients.search("")).isEmpty());

        var done = waited(location(post(tried)), tried);
        assertThat(done).isEqualTo("/import");
        scope.run(practice, () -> assertThat(patients.search("")).hasSize(50));
        var list = text(get("/import"));
        assertThat(list).contains("453 rows, 4 refused").contains("Undo import");

        var undo = list.substring(list.indexOf("/import/0"), list.indexOf("/undo\"")) + "/undo";
        assertThat(location(post(undo))).isEqualTo("/import");
        scope.run(practice, () -> assertThat(patients.search("")).isEmpty());
        assertThat(text(get("/import"))).contains("Taken back");
    }

    @Test
    void what_differs_and_what_is_gone_waits_on_the_page_until_somebody_leaves_it() throws Exception {
        Folder.take(imports, scope, practice, folder, false);
        folder.write("clients.csv", folder.text("clients.csv").replaceFirst("C1050,[^\\n]*\\n", ""));
        var tried = location(upload());
        assertThat(text(get(tried))).contains("No longer in the files").contains("<button>Import</button>");
        assertThat(waited(location(post(tried)), tried)).isEqualTo("/import");
        assertThat(text(get("/import"))).contains("Which is right?").contains("no longer in the file");

        post("/import/unsettled");
        assertThat(text(get("/import"))).doesNotContain("Which is right?");
    }

    @Test
    void an_empty_file_among_others_is_told() throws Exception {
        folder.write("clients.csv", "");
        assertThat(text(get(location(upload())))).contains("clients.csv is empty. Export it again.");
    }

    @Test
    void a_page_that_looks_by_itself_is_sent_on_as_a_whole() {
        var looked = browser.get()
                .uri("/import/" + UUID.randomUUID() + "/running")
                .header("HX-Request", "true")
                .cookie(owner)
                .exchange();
        assertThat(looked).hasStatusOk();
        assertThat(looked.getMvcResult().getResponse().getHeader("HX-Redirect")).endsWith("/running");
    }

    @Test
    void refused_rows_can_be_downloaded_and_no_cell_is_a_formula() throws Exception {
        var tried = location(upload());
        assertThat(text(get(tried + "/refused.csv")))
                .startsWith("\uFEFFFile,Row,Id,Reason")
                .contains("clients.csv,53,C9002,")
                .doesNotContain(",=");
        assertThat(ErrorFile.safe("=1+1")).isEqualTo("'=1+1");
    }

    @Test
    void discarded_files_are_gone() throws Exception {
        var tried = location(upload());
        post(tried + "/discard");
        assertThat(get(tried)).hasStatus(404);
    }

    @Test
    void what_was_imported_is_not_kept_as_files() throws Exception {
        var tried = location(upload());
        assertThat(waited(location(post(tried)), tried)).isEqualTo("/import");

        assertThat(get(tried)).hasStatus(404);
    }

    @Test
    void files_that_nobody_imports_go_after_a_day_without_another_upload() throws Exception {
        var tried = location(upload());
        var begun = clock.instant();
        rounds.make(practice);
        assertThat(get(tried)).hasStatusOk();
        clock.moveTo(begun.plus(Duration.ofHours(25)));
        try {
            rounds.make(practice);
            var left = UUID.fromString(tried.substring(tried.lastIndexOf('/') + 1));
            scope.run(practice, () -> assertThat(uploads.find(left)).isEmpty());
        } finally {
            clock.moveTo(begun);
        }
    }

    @Test
    void no_file_is_told_in_a_sentence() throws Exception {
        var empty = browser.post()
                .multipart()
                .uri("/import")
                .cookie(owner)
                .with(csrf())
                .exchange();
        assertThat(text(empty)).contains("Choose at least one file that is not empty.");
    }

    private MvcTestResult upload() {
        var request = browser.post().multipart().uri("/import").cookie(owner).with(csrf());
        for (var name :
                new String[] {"practice.json", "staff.csv", "clients.csv", "appointments.csv", "attendance.csv"}) {
            request.file(new MockMultipartFile(
                    "files", name, "text/csv", folder.text(name).getBytes(StandardCharsets.UTF_8)));
        }
        return request.exchange();
    }

    /** An import of fifty members may take longer than the page waits for it. */
    private String waited(String where, String tried) throws Exception {
        var now = where;
        for (int i = 0; i < 60 && now.equals(tried + "/running"); i++) {
            Thread.sleep(500);
            var header = get(now).getMvcResult().getResponse().getHeader("Location");
            now = header == null ? now : header;
        }
        return now;
    }

    private MvcTestResult get(String path) {
        return browser.get().uri(path).cookie(owner).exchange();
    }

    private MvcTestResult post(String path) {
        return browser.post().uri(path).cookie(owner).with(csrf()).exchange();
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getMvcResult().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static String location(MvcTestResult result) {
        return Objects.requireNonNull(result.getMvcResult().getResponse().getHeader("Location"));
    }
}
