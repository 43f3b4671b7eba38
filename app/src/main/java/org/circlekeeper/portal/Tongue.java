package org.circlekeeper.portal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.circlekeeper.forms.Language;
import org.springframework.core.io.ClassPathResource;

/** Says things in one language. A word that is not there is a fault of ours, and never said in another language. */
public final class Tongue {

    private static final Map<Language, Tongue> TONGUES = new EnumMap<>(Map.of(
            Language.EN,
            new Tongue(Language.EN, Locale.US, "EEEE, MMMM d", "EEE, MMM d"),
            Language.ES,
            new Tongue(Language.ES, Locale.of("es", "US"), "EEEE d 'de' MMMM", "EEE d 'de' MMM")));

    private final Language language;
    private final Properties words;
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter time;

    private Tongue(Language language, Locale locale, String day, String shortDay) {
        this.language = language;
        this.words = read(language);
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.shortDay = DateTimeFormatter.ofPattern(shortDay, locale);
        this.time = DateTimeFormatter.ofPattern("h:mm a", locale);
    }

    public static Tongue of(Language language) {
        var tongue = TONGUES.get(language);
        if (tongue == null) {
            throw new IllegalStateException("Nobody speaks " + language);
        }
        return tongue;
    }

    public Language language() {
        return language;
    }

    /** The sentence of that name; {@code {0}} and so on stand for what is given. */
    public String say(String name, Object... given) {
        var sentence = words.getProperty(name);
        if (sentence == null) {
            throw new IllegalArgumentException("No words for " + name + " in " + language);
        }
        for (int i = 0; i < given.length; i++) {
            sentence = sentence.replace("{" + i + "}", String.valueOf(given[i]));
        }
        return sentence;
    }

    /** {@code Tuesday, November 24}. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** {@code 9:00 AM}. */
    public String time(Instant moment, ZoneId zone) {
        return time.format(moment.atZone(zone));
    }

    /** {@code Tue, Nov 24, 9:10 AM}. */
    public String moment(Instant moment, ZoneId zone) {
        return shortDay.format(moment.atZone(zone)) + ", " + time(moment, zone);
    }

    private static Properties read(Language language) {
        var words = new Properties();
        var file = new ClassPathResource("org/circlekeeper/portal/words_" + language.tag() + ".properties");
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
