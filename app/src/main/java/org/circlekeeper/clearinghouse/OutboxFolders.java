package org.circlekeeper.clearinghouse;

import org.circlekeeper.database.Home;
import org.circlekeeper.outbox.Carrier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of files that leave through a folder: whoever fetches them looks there. */
@Configuration(proxyBeanMethods = false)
class OutboxFolders {

    @Bean
    Carrier claimsFolder(Home home) {
        return new FolderTransport(home, "837");
    }

    @Bean
    Carrier questionsFolder(Home home) {
        return new FolderTransport(home, "270");
    }

    @Bean
    Carrier requestsFolder(Home home) {
        return new FolderTransport(home, "278");
    }
}
