package org.circlekeeper.movein;

import org.circlekeeper.assistant.AfterRound;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.terms.PracticeId;
import org.springframework.stereotype.Component;

/** Lets go of files that nobody imported, after each round of the practice they belong to. */
@Component
class OldUploads implements AfterRound {

    private final Uploads uploads;
    private final PracticeScope scope;

    OldUploads(Uploads uploads, PracticeScope scope) {
        this.uploads = uploads;
        this.scope = scope;
    }

    @Override
    public void afterRound(PracticeId practice) {
        scope.run(practice, uploads::discardOld);
    }
}
