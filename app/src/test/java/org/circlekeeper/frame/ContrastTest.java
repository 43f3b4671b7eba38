package org.circlekeeper.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Computes from the style sheet whether its colours can be told apart (WCAG 2.2, 1.4.3 and 1.4.11). */
class ContrastTest {

    private static final Pattern TOKEN =
            Pattern.compile("--([a-z0-9-]+): light-dark\\((#[0-9A-F]{6}), (#[0-9A-F]{6})\\);");
    private static final List<String> TEXT = List.of(
            "ink/page",
            "ink/surface",
            "muted/page",
            "muted/surface",
            "link/page",
            "link/surface",
            "link/none",
            "primary-ink/primary",
            "good-ink/good",
            "wait-ink/wait",
            "bad-ink/bad",
            "bad-ink/page",
            "calm-ink/calm",
            "none-ink/none",
            "ink/none",
            "demo-ink/demo");
    private static final List<String> SHAPES = List.of(
            "border/page",
            "primary/page",
            "primary/surface",
            "stripe-0/surface",
            "stripe-1/surface",
            "stripe-2/surface",
            "stripe-3/surface",
            "stripe-4/surface",
            "stripe-5/surface",
            "demo/page");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_colours_can_be_read(boolean dark) throws IOException {
        var tokens = tokens(dark);
        for (var pair : TEXT) {
            assertThat(contrast(tokens, pair)).as(pair).isGreaterThanOrEqualTo(4.5);
        }
        for (var pair : SHAPES) {
            assertThat(contrast(tokens, pair)).as(pair).isGreaterThanOrEqualTo(3);
        }
    }

    private static Map<String, String> tokens(boolean dark) throws IOException {
        var sheet = new ClassPathResource("static/circlekeeper.css").getContentAsString(StandardCharsets.UTF_8);
        var tokens = new HashMap<String, String>();
        TOKEN.matcher(sheet).results().forEach(token -> tokens.put(token.group(1), token.group(dark ? 3 : 2)));
        return tokens;
    }

    private static double contrast(Map<String, String> tokens, String pair) {
        var names = pair.split("/");
        double one = luminance(tokens.get(names[0]));
        double other = luminance(tokens.get(names[1]));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** WCAG 2.2, "relative luminance". */
    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * part(rgb >> 16 & 255) + 0.7152 * part(rgb >> 8 & 255) + 0.0722 * part(rgb & 255);
    }

    private static double part(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
