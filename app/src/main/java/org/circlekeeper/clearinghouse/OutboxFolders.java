package org.circlekeeper.clearinghouse;

import org.circlekeeper.database.Home;
import org.circlekeeper.outbox.Carrier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of files that leave through a folder: whoever fetches them looks there. */
@Configuration(proxyBeanMethods = false)
class OutboxFolders {

    @Bean
    Carrier claims(Home home) {
        return new FolderTransport(home, "837");
    }

    @Bean
    Carrier questionsAboutBenefits(Home home) {
        return new FolderTransport(home, "270");
    }

    @Bean
    Carrier requestsForAuthorization(Home home) {
        return new FolderTransport(home, "278");
    }
}
