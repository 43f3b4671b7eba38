package org.circlekeeper;

import org.circlekeeper.database.HomeUse;
import org.circlekeeper.database.MovableClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The program. */
@SpringBootApplication
public class Circlekeeper {

    public static void main(String[] args) {
        SpringApplication.run(Circlekeeper.class, args);
    }

    /** The clock of everything: the machine's, or what {@code CIRCLEKEEPER_CLOCK} says while the home is on trial. */
    @Bean
    static MovableClock clock(@Value("${CIRCLEKEEPER_CLOCK:}") String told, @Value("${circlekeeper.use}") HomeUse use) {
        return MovableClock.told(told, use);
    }
}
