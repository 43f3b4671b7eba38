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
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.circlekeeper.forms.Language;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Both languages say everything, each in its own words, and a colour is the same on either side of the house. */
class TongueTest {

    private static final Path CODE = Path.of("src/main/java/org/circlekeeper/portal");
    private static final Pattern SAID =
            Pattern.compile("\\bsay\\((?:[^()\"]*\\?\\s*)?\"([a-z][A-Za-z0-9.]*)\"(?: :\\s*\"([a-z][A-Za-z0-9.]*)\")?");
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
