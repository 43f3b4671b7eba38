package org.circlekeeper.portal;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * The six digits that are asked for behind each link. Whoever reads somebody's mail has the link and not the code. It
 * is guessable by itself, so it never stands alone and tries are limited; it is kept as a slow hash.
 */
final class OwnCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PasswordEncoder ENCODER = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private static final int SIZE = 1_000_000;
    private static final String DIGITS = "[0-9]{6}";
    private static final String UPWARDS = "01234567890";
    private static final String DOWNWARDS = "09876543210";
    private static final List<DateTimeFormatter> BIRTH_DAYS = List.of(
            DateTimeFormatter.ofPattern("MMdduu", Locale.US),
            DateTimeFormatter.ofPattern("ddMMuu", Locale.US),
            DateTimeFormatter.ofPattern("uuMMdd", Locale.US),
            DateTimeFormatter.ofPattern("MMuuuu", Locale.US));

    private OwnCode() {}

    static String fresh() {
        return String.format(Locale.ROOT, "%06d", RANDOM.nextInt(SIZE));
    }

    static String hash(String code) {
        return String.valueOf(ENCODER.encode(plain(code)));
    }

    static boolean matches(String code, @Nullable String hash) {
        return hash != null && plain(code).matches(DIGITS) && ENCODER.matches(plain(code), hash);
    }

    /**
     * What is wrong with a code that somebody chose, as the name of the sentence that says it; empty when nothing is.
     */
    static Optional<String> objection(String code, @Nullable LocalDate born) {
        var digits = plain(code);
        if (!digits.matches(DIGITS)) {
            return Optional.of("code.sixDigits");
        }
        boolean plainRun =
                digits.chars().distinct().count() < 3 || UPWARDS.contains(digits) || DOWNWARDS.contains(digits);
        boolean birthDay = born != null
                && BIRTH_DAYS.stream().anyMatch(form -> form.format(born).equals(digits));
        return plainRun || birthDay ? Optional.of("code.tooPlain") : Optional.empty();
    }

    /** However it was pasted: {@code 123 456} is {@code 123456}. */
    private static String plain(String code) {
        return code.replaceAll("[\\s-]+", "");
    }
}
