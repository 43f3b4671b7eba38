package org.circlekeeper.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationListener;
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
            ObjectProvider<OpeningDatabase.Begun> begun,
            Home home,
            @Value("${circlekeeper.use}") HomeUse use,
            @Value("${circlekeeper.durable:true}") boolean durable,
            @Value("${DATABASE_URL:}") String external) {
        var opening = begun.getIfAvailable();
        return opening == null ? open(home, use, durable, external) : opening.take();
    }

    static Addresses open(Home home, HomeUse use, boolean durable, String external) {
        if (external.isBlank()) {
            var database = HomeDatabase.open(home, use, durable);
            return new Addresses(database.owner(), database.application(), database.held(), database);
        }
        var owner = DatabaseAddress.read(external);
        var held = ExternalDatabase.hold(home, use);
        try {
            var password = DatabaseRoles.applicationPassword(owner);
            DatabaseRoles.prepareApplication(owner, password);
            return new Addresses(owner, owner.as(DatabaseRoles.APPLICATION, password), held.said(), held);
        } catch (RuntimeException refused) {
            held.close();
            throw refused;
        }
    }

    /** Tells a second process where this one is to be found. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> whereThePagesAre(Home home, Addresses addresses) {
        return ready -> {
            var environment = ready.getApplicationContext().getEnvironment();
            var port = environment.getProperty("local.server.port");
            if (port != null && addresses.held().isPresent()) {
                try {
                    addresses.held().get().at("http://localhost:" + port + "/").tell(home);
                } catch (IOException broken) {
                    throw new CannotStart(DiskTrouble.sentence(broken), broken);
                }
            }
        };
    }

    @Bean
    JdbcConnectionDetails application(Addresses addresses) {
        var address = addresses.application();
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return address.user();
            }

            @Override
            public String getPassword() {
                return address.password();
            }

            @Override
            public String getJdbcUrl() {
                return address.url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails owner(Addresses addresses) {
        var address = addresses.owner();
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return address.user();
            }

            @Override
            public String getPassword() {
                return address.password();
            }

            @Override
            public String getJdbcUrl() {
                return address.url();
            }
        };
    }

    /** As whom to migrate and as whom to work; closing lets the database go. */
    record Addresses(DatabaseAddress owner, DatabaseAddress application, Optional<Running> held, AutoCloseable database)
            implements AutoCloseable {

        @Override
        public void close() throws Exception {
            database.close();
        }
    }
}
