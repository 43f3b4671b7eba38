package org.circlekeeper;

import org.circlekeeper.cli.Cli;
import org.circlekeeper.database.HomeUse;
import org.circlekeeper.database.MovableClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.aot.AbstractAotProcessor;

/**
 * The program. A feature names its classes as it likes: Spring knows each by its whole name. When the build settles
 * what the container holds, it asks for the container alone and not for a command.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Circlekeeper {

    public static void main(String[] args) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            SpringApplication.run(Circlekeeper.class, args);
            return;
        }
        Cli.run(Circlekeeper.class, args).ifPresent(System::exit);
    }

    /** The clock of everything: the machine's, or what {@code CIRCLEKEEPER_CLOCK} says while the home is on trial. */
    @Bean
    static MovableClock clock(@Value("${CIRCLEKEEPER_CLOCK:}") String told, @Value("${circlekeeper.use}") HomeUse use) {
        return MovableClock.told(told, use);
    }
}
