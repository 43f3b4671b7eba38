package org.circlekeeper.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.circlekeeper.Circlekeeper;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole program. All such tests share one program and one database, so each begins with a practice of its
 * own; one that needs an empty database adds {@code @DirtiesContext}. Time stands where {@code CIRCLEKEEPER_CLOCK}
 * says.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Circlekeeper.class,
        properties = {
            "circlekeeper.use=COMMAND",
            "circlekeeper.database=test",
            "circlekeeper.home=target/test-home-${circlekeeper.fork:alone}",
            "CIRCLEKEEPER_CLOCK=2026-11-23T15:00:00Z",
            "spring.main.web-application-type=servlet",
            "spring.flyway.enabled=false",
            "spring.datasource.hikari.minimum-idle=0",
            "spring.datasource.hikari.maximum-pool-size=6"
        })
@AutoConfigureMockMvc
@Import({TestAddresses.class, CountedStatements.class})
public @interface PracticeTest {}
