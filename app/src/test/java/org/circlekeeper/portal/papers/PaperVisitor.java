package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.portal.MemberVisitor;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody who fills in and signs papers on a telephone, without scripts. */
record PaperVisitor(MemberVisitor pages) {

    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea)[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([0-9a-f]{64})\"");
    private static final Pattern WRONG =
            Pattern.compile("(?s)(notice bad\"|class=\"wrong\")[^>]*>(.*?)</(p|small|div)>");
    private static final int MOST_PAGES = 100;

    static String href(Paper paper) {
        return "/portal/papers/" + paper.id();
    }

    String whole(Paper paper) {
        return pages.page(href(paper) + "/whole");
    }

    /** Goes through every page and answers each question with the last choice there is. */
    void answerAll(Paper paper) {
        var page = href(paper) + "/pages/1";
        for (int i = 0; i < MOST_PAGES && !page.endsWith("/whole"); i++) {
            page = answer(page);
        }
        assertThat(page).endsWith("/whole");
    }

    /** Answers one page; gives back where it leads. */
    String answer(String page) {
        var sent = pages.post(page, answers(pages.page(page)));
        assertThat(wrong(sent)).as(page).isEmpty();
        assertThat(sent).as(page).hasStatus(303);
        return String.valueOf(sent.getResponse().getHeader("Location"));
    }

    void sign(Paper paper) {
        answerAll(paper);
        signWhole(paper, "Person One");
    }

    /** Signs what has been answered already. */
    void signWhole(Paper paper, String name) {
        var signed = pressed(paper, name);
        assertThat(wrong(signed)).as(paper.title()).isEmpty();
        assertThat(signed).as(paper.title()).hasStatus(303).redirectedUrl().endsWith("/done");
    }

    MvcTestResult pressed(Paper paper, String name) {
        return pages.post(href(paper) + "/signature", "name", name, "shown", shown(whole(paper)));
    }

    private static String shown(String page) {
        var shown = SHOWN.matcher(page);
        assertThat(shown.find()).as("the page shows what is signed").isTrue();
        return shown.group(1);
    }

    /** What the page says against what was sent. */
    static List<String> wrong(MvcTestResult sent) {
        return WRONG.matcher(Visitor.text(sent))
                .results()
                .map(found -> found.group(2).replaceAll("<[^>]*>", "").strip())
                .toList();
    }

    /** Every field of the page with an answer. */
    static String[] answers(String page) {
        var main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        var answers = new LinkedHashMap<String, String>();
        var fields = FIELD.matcher(main);
        while (fields.find()) {
            var field = fields.group();
            var name = NAME.matcher(field);
            if (name.find()
                    && !field.contains("value=\"~other\"")
                    && !name.group(1).equals("_csrf")
                    && !name.group(1).endsWith("~words")) {
                answers.put(name.group(1), answerTo(field));
            }
        }
        return answers.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }

    private static String answerTo(String field) {
        var value = VALUE.matcher(field);
        if (field.contains("type=\"radio\"")
                || field.contains("type=\"checkbox\"")
                || field.contains("type=\"hidden\"")) {
            return value.find() ? value.group(1) : "";
        }
        return field.contains("type=\"date\"") ? "1980-01-01" : field.contains("numeric") ? "7" : "Something";
    }
}
