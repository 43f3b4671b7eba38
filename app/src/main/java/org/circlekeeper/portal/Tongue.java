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
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/** Says things in one language. A word that is not there is a fault of ours, and never said in another language. */
public final class Tongue {

    private static final Map<Language, Tongue> TONGUES = new EnumMap<>(Map.of(
            Language.EN,
                    new Tongue(
                            Language.EN,
                            DateTimeFormatter.ofPattern("EEEE, MMMM d", Language.EN.locale()),
                            DateTimeFormatter.ofPattern("EEE, MMM d", Language.EN.locale())),
            Language.ES,
                    new Tongue(
                            Language.ES,
                            DateTimeFormatter.ofPattern("EEEE d 'de' MMMM", Language.ES.locale()),
                            DateTimeFormatter.ofPattern("EEE d 'de' MMM", Language.ES.locale()))));

    private final Language language;
    private final Properties words;
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter time;

    private Tongue(Language language, DateTimeFormatter day, DateTimeFormatter shortDay) {
        this.language = language;
        this.words = read(language);
        this.day = day;
        this.shortDay = shortDay;
        this.time = DateTimeFormatter.ofPattern("h:mm a", language.locale());
    }

    public static Tongue of(Language language) {
        var tongue = TONGUES.get(language);
        if (tongue == null) {
            throw new IllegalStateException("Nobody speaks " + language);
        }
        return tongue;
    }

    /** The tongue of a language tag; English where nobody speaks it here. */
    public static Tongue tagged(String tag) {
        return of(Language.read(tag).orElse(Language.EN));
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
