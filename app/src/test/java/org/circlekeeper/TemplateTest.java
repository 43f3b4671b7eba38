package org.circlekeeper;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a template may name, and what may never stand on a screen. */
class TemplateTest {

    private static final Path ROOT = SourceTree.MAIN.resolve("org/circlekeeper");
    private static final Pattern NOT_UNDER_OUR_POLICY = Pattern.compile(
            "<script(?![^>]*\\ssrc=)[^>]*>|<style\\b|\\sstyle\\s*=|\\son[a-z]+\\s*=|\\$unsafe|javascript:|hx-on\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEARCH_BY_ADDRESS =
            Pattern.compile("(?s)<form method=\"get\"(?:(?!</form>).)*(?:type ?= ?\"search\"|role=\"search\")");
    private static final Pattern OURS = Pattern.compile("org\\.circlekeeper\\.([a-z0-9]+)((?:\\.[A-Za-z0-9_-]+)*)");
    private static final Pattern QUALIFIED = Pattern.compile("\\b(java|org\\.circlekeeper)\\.[a-z.]+\\.[A-Z]\\w*");
    private static final Pattern NEVER_SHOWN = Pattern.compile(
            "\\b(dut(?:y|ies)|rounds?|trust|trusts|findings?|encounters?|outbox)\\b", Pattern.CASE_INSENSITIVE);

    private final Map<Path, String> templates =
            SourceTree.files(ROOT, ".jte").stream().collect(toMap(file -> file, SourceTree::text));

    @Test
    void no_template_holds_script_or_style() {
        var found = new ArrayList<String>();
        templates.forEach((file, text) ->
                NOT_UNDER_OUR_POLICY.matcher(text).results().forEach(match -> found.add(file + ": " + match.group())));
        assertThat(found).isEmpty();
    }

    /** The trail is asked by the id of a record, which is no name. */
    @Test
    void names_are_searched_for_by_a_form_that_leaves_the_address_alone() {
        var found = new ArrayList<String>();
        templates.forEach((file, text) -> SEARCH_BY_ADDRESS
                .matcher(text)
                .results()
                .filter(_ -> !file.endsWith("trail/audit.jte"))
                .forEach(_ -> found.add(file.toString())));
        assertThat(found).isEmpty();
    }

    @Test
    void a_template_names_its_own_feature_and_the_faces_it_may_use() {
        var mayUse =
                SourceTree.features().stream().collect(toMap(SourceTree.Feature::name, SourceTree.Feature::mayUse));
        var found = new ArrayList<String>();
        templates.forEach((file, text) -> {
            var own = ROOT.relativize(file).getName(0).toString();
            OURS.matcher(text).results().forEach(match -> {
                var feature = match.group(1);
                boolean face = !match.group(2).matches("(\\.[a-z0-9-]+){2,}|(\\.[a-z0-9-]+)+\\.[A-Z].*");
                if (!feature.equals(own) && !(face && mayUse.get(own).contains(feature))) {
                    found.add(file + " names " + match.group());
                }
            });
        });
        assertThat(found).isEmpty();
    }

    /** What a parameter is when nothing is given stands in the template that calls, which imports other names. */
    @Test
    void what_a_template_names_is_imported() {
        var writtenOut = new ArrayList<String>();
        templates.forEach((file, text) -> {
            var body = text.replaceAll("(?m)^@(import|param) .*$", "");
            QUALIFIED.matcher(body).results().forEach(match -> writtenOut.add(file + ": " + match.group()));
        });
        assertThat(writtenOut).isEmpty();
    }

    @Test
    void some_words_are_never_on_a_screen() {
        var found = new ArrayList<String>();
        templates.forEach((file, text) -> {
            var seen = Screen.textOf(text);
            NEVER_SHOWN.matcher(seen).results().forEach(match -> found.add(file + " shows " + match.group()));
            if (seen.contains("837P") && !seen.contains("claims file")) {
                found.add(file + " shows 837P without \"claims file\" beside it");
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void every_page_says_in_its_first_line_what_it_is() {
        var silent = templates.entrySet().stream()
                .filter(template -> template.getValue().contains("@template.org.circlekeeper.frame.page("))
                .filter(template -> !template.getValue().matches("(?s).*\\bsays\\s*=.*"))
                .map(template -> template.getKey().toString())
                .toList();
        assertThat(silent).isEqualTo(List.of());
    }
}
