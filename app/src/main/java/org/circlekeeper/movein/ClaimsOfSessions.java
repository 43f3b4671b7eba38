package org.circlekeeper.movein;

import java.util.Collection;
import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.stereotype.Component;

/** An import is undone while no claim of its sessions has been filed; claims that were only prepared go with it. */
@Component
class ClaimsOfSessions implements UndoCheck {

    private final Claims claims;

    ClaimsOfSessions(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Optional<String> objection(Collection<SessionId> sessions) {
        return claims.filed(sessions).isEmpty()
                ? Optional.empty()
                : Optional.of("Claims of these sessions have been filed. They stay; withdraw a claim that is wrong.");
    }

    @Override
    public void letGo(Collection<SessionId> sessions, Actor actor) {
        claims.takeBack(sessions, TakingBack.WHY, actor);
    }
}
