package org.circlekeeper.portal;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.circlekeeper.documents.Stored;
import org.circlekeeper.forms.Language;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Both languages say everything, each in its own words, and a colour is the same on either side of the house. */
class TongueTest {

    private static final Path CODE = Path.of("src/main/java/org/circlekeeper/portal");
    private static final Pattern SAID =
            Pattern.compile("\\bsay\\((?:[^()\"]*\\?\\s*)?\"([a-z][A-Za-z0-9.]*)\"(?: :\\s*\"([a-z][A-Za-z0-9.]*)\")?");
    private static final Pattern REFUSES = Pattern.compile("finding\\(\\s*\"([a-z-]+)\"");
    private static final Pattern STEM = Pattern.compile("\"([A-Za-z.]+\\.)\" \\+");
    private static final Pattern GAP = Pattern.compile("\\{[0-9]}");
    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+): (light-dark\\([^)]*\\))");

    @Test
    void each_sentence_is_there_in_both_languages_with_the_same_gaps() {
        var english = words("en");
        var spanish = words("es");
        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        english.forEach((name, sentence) -> {
            assertThat(gaps(spanish.get(name))).as(name).isEqualTo(gaps(sentence));
            assertThat(spanish.get(name)).as(name).isNotEqualTo(sentence).isNotBlank();
        });
    }

    @Test
    void whatever_the_pages_say_has_words() throws IOException {
        var english = words("en");
        var said = new TreeSet<String>();
        try (var files = Files.walk(CODE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                SAID.matcher(Files.readString(file)).results().forEach(found -> {
                    said.add(found.group(1));
                    if (found.group(2) != null) {
                        said.add(found.group(2));
                    }
                });
            }
        }
        said.removeIf(name -> name.endsWith("."));
        assertThat(said).hasSizeGreaterThan(50);
        assertThat(english.keySet()).containsAll(said);
    }

    @Test
    void whatever_stands_against_a_signature_or_a_file_has_words() throws IOException {
        var english = words("en").keySet();
        var codes = REFUSES.matcher(Files.readString(Path.of("src/main/java/org/circlekeeper/signing/MaySign.java")))
                .results()
                .map(found -> "sign." + found.group(1))
                .toList();
        assertThat(codes).hasSizeGreaterThan(15);
        assertThat(english).containsAll(codes);
        assertThat(english)
                .containsAll(Arrays.stream(Stored.Why.values())
                        .map(why -> "file." + why)
                        .toList());
    }

    @Test
    void no_words_are_there_that_nobody_says() throws IOException {
        var code = new StringBuilder();
        try (var files = Files.walk(CODE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                code.append(Files.readString(file));
            }
        }
        var stems = STEM.matcher(code).results().map(found -> found.group(1)).toList();
        assertThat(words("en").keySet())
                .allSatisfy(name -> assertThat(code.indexOf('"' + name + '"') >= 0
                                || stems.stream().anyMatch(stem -> isSaidBy(stem, name)))
                        .as(name)
                        .isTrue());
    }

    /** What is put behind a stem is a word of the program: of an enum, a status, or a code. */
    private static boolean isSaidBy(String stem, String name) {
        return name.startsWith(stem)
                && (stem.equals("sign.") || name.substring(stem.length()).matches("[A-Z0-9_]+(\\.[a-z]+)?"));
    }

    @Test
    void a_sentence_that_nobody_wrote_is_never_said_in_another_language() {
        assertThatThrownBy(() -> Tongue.of(Language.ES).say("no.such.sentence"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Tongue.of(Language.ES).say("home.hello", "Ana")).isEqualTo("Hola, Ana");
    }

    @Test
    void the_colours_are_those_of_the_staff_pages() throws IOException {
        var staff = tokens("circlekeeper.css");
        tokens("portal.css").forEach((name, value) -> assertThat(staff).as(name).containsEntry(name, value));
    }

    private static Map<String, String> tokens(String sheet) throws IOException {
        var text = new ClassPathResource("static/" + sheet).getContentAsString(StandardCharsets.UTF_8);
        return TOKEN.matcher(text).results().collect(toMap(found -> found.group(1), found -> found.group(2)));
    }

    private static TreeSet<String> gaps(String sentence) {
        return new TreeSet<>(
                GAP.matcher(sentence).results().map(MatchResult::group).toList());
    }

    private static Map<String, String> words(String tag) {
        try {
            var words = new Properties();
            words.load(new StringReader(new ClassPathResource("org/circlekeeper/portal/words_" + tag + ".properties")
                    .getContentAsString(StandardCharsets.UTF_8)));
            return words.entrySet().stream()
                    .collect(toMap(
                            word -> word.getKey().toString(),
                            word -> word.getValue().toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
