package org.circlekeeper.messaging;

import org.circlekeeper.access.SignedIn;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.frame.MenuMark;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** The mark beside Messages in the menu: how many members wrote something that waits for whoever looks. */
@Component
@ConditionalOnWebApplication
class UnreadMark implements MenuMark {

    private final Replies replies;
    private final PracticeScope scope;

    UnreadMark(Replies replies, PracticeScope scope) {
        this.replies = replies;
        this.scope = scope;
    }

    @Override
    public String href() {
        return "/messages";
    }

    @Override
    public long count(SignedIn who) {
        return scope.in(who.practice(), () -> replies.unread(who).size());
    }
}
