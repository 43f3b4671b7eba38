package org.circlekeeper.database;

import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock: of the machine, or of {@code CIRCLEKEEPER_CLOCK} while the home is on trial. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    MovableClock clock(@Value("${CIRCLEKEEPER_CLOCK:}") String told, @Value("${circlekeeper.use}") HomeUse use) {
        if (told.isBlank()) {
            return MovableClock.running();
        }
        try {
            var instant = Instant.parse(told);
            return use == HomeUse.COMMAND ? MovableClock.standingAt(instant) : MovableClock.runningFrom(instant);
        } catch (DateTimeException unreadable) {
            throw new CannotStart(
                    "CIRCLEKEEPER_CLOCK reads like 2026-11-23T15:00:00Z; it is set to \"" + told + "\".", unreadable);
        }
    }
}
