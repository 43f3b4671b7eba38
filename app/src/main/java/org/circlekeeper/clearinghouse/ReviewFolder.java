package org.circlekeeper.clearinghouse;

import java.nio.file.Path;
import org.circlekeeper.database.Home;
import org.circlekeeper.outbox.Carrier;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.outbox.WholeFile;
import org.springframework.stereotype.Component;

/** Lays files with requests for authorizations into the folder {@code outbox/278} of the home. */
@Component
class ReviewFolder implements Carrier {

    private final Path folder;

    ReviewFolder(Home home) {
        this.folder = home.outbox().resolve("278");
    }

    @Override
    public String kind() {
        return "278";
    }

    @Override
    public boolean hasCarried(Letter letter) {
        return WholeFile.isThere(folder, letter.target(), letter.payload());
    }

    @Override
    public void carry(Letter letter) {
        WholeFile.write(folder, letter.target(), letter.payload());
    }
}
