package org.circlekeeper.clearinghouse;

import java.nio.file.Path;
import org.circlekeeper.database.Home;
import org.circlekeeper.outbox.Carrier;
import org.circlekeeper.outbox.KillPoint;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.outbox.WholeFile;

/** Lays files of one kind into their folder of the outbox of the home; one that is there already is left as it is. */
final class FolderTransport implements Carrier {

    private final String kind;
    private final Path folder;

    /** @param kind of the letters, and the name of the folder: the number of the transaction set */
    FolderTransport(Home home, String kind) {
        this.kind = kind;
        this.folder = home.outbox().resolve(kind);
    }

    @Override
    public String kind() {
        return kind;
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
