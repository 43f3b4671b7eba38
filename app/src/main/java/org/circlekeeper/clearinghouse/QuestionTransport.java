package org.circlekeeper.clearinghouse;

import java.nio.file.Path;
import org.circlekeeper.database.Home;
import org.circlekeeper.outbox.Carrier;
import org.circlekeeper.outbox.KillPoint;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.outbox.WholeFile;
import org.springframework.stereotype.Component;

/** Lays questions about benefits into the folder {@code outbox/270} of the home; one that is there already stays. */
@Component
class QuestionTransport implements Carrier {

    private final Path folder;

    QuestionTransport(Home home) {
        this.folder = home.outbox().resolve("270");
    }

    @Override
    public String kind() {
        return "270";
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
