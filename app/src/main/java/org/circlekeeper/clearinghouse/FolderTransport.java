package org.circlekeeper.clearinghouse;

import java.nio.file.Path;
import org.circlekeeper.database.Home;
import org.circlekeeper.outbox.Carrier;
import org.circlekeeper.outbox.KillPoint;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.outbox.WholeFile;
import org.springframework.stereotype.Component;

/** Lays claims files into the folder {@code outbox/837} of the home; one that is there already is left as it is. */
@Component
class FolderTransport implements Carrier {

    private final Path folder;

    FolderTransport(Home home) {
        this.folder = home.outbox().resolve("837");
    }

    @Override
    public String kind() {
        return "837";
    }

    @Override
    public boolean hasCarried(Letter letter) {
        return WholeFile.isThere(folder, letter.target(), letter.payload());
    }

    @Override
    public void carry(Letter letter) {
        KillPoint.reached("before-write");
        WholeFile.write(folder, letter.target(), letter.payload());
    }
}
