package org.circlekeeper.database;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Gives a test of the whole program a fresh database. */
@TestConfiguration(proxyBeanMethods = false)
public class TestAddresses {

    @Bean
    @Primary
    DatabaseConfiguration.Addresses testAddresses() {
        return TestDatabase.fresh();
    }
}
