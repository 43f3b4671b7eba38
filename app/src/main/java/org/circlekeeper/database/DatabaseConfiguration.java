package org.circlekeeper.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the home and its database, or the one that DATABASE_URL names, and says as whom to sign in. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Home home(@Value("${circlekeeper.home}") Path directory) {
        return Home.at(directory);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "circlekeeper.database", havingValue = "home", matchIfMissing = true)
    Addresses addresses(
            Home home,
            @Value("${circlekeeper.use}") HomeUse use,
            @Value("${circlekeeper.durable:true}") boolean durable,
            @Value("${DATABASE_URL:}") String external) {
        if (external.isBlank()) {
            var database = HomeDatabase.open(home, use, durable);
            return new Addresses(database.owner(), database.application(), database);
        }
        var owner = DatabaseAddress.read(external);
        var password = home.secret("application");
        DatabaseRoles.prepareApplication(owner, password);
        return new Addresses(owner, owner.as(DatabaseRoles.APPLICATION, password), () -> {});
    }

    @Bean
    JdbcConnectionDetails application(Addresses addresses) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return addresses.application().user();
            }

            @Override
            public String getPassword() {
                return addresses.application().password();
            }

            @Override
            public String getJdbcUrl() {
                return addresses.application().url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails owner(Addresses addresses) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return addresses.owner().user();
            }

            @Override
            public String getPassword() {
                return addresses.owner().password();
            }

            @Override
            public String getJdbcUrl() {
                return addresses.owner().url();
            }
        };
    }

    /** As whom to migrate and as whom to work; closing lets the database go. */
    record Addresses(DatabaseAddress owner, DatabaseAddress application, AutoCloseable database)
            implements AutoCloseable {

        @Override
        public void close() throws Exception {
            database.close();
        }
    }
}
