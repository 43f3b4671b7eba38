package org.circlekeeper.calls;

import java.util.Objects;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.practice.Practices;
import org.springframework.stereotype.Component;

/** Calls about something that has a page of its own: asked for today, and spared when it is taken back in time. */
@Component
public class CallsAboutPage {

    private final Calls calls;
    private final Practices practices;

    CallsAboutPage(Calls calls, Practices practices) {
        this.calls = calls;
        this.practices = practices;
    }

    /** Somebody is to be told today. */
    public void ask(Whom whom, String why, String href, Actor actor) {
        calls.ask(whom, why, href, practices.today(), actor);
    }

    /** What they were to be told is so no more: whoever was not called yet need not be, whoever was is called again. */
    public void takenBack(Whom whom, String why, String href, Actor actor) {
        var waiting = calls.open().stream()
                .filter(call -> call.href().equals(href) && isSame(call.whom(), whom))
                .toList();
        waiting.forEach(call -> calls.settle(call.id(), "The change was taken back.", actor));
        if (waiting.isEmpty()) {
            ask(whom, why, href, actor);
        }
    }

    private static boolean isSame(Whom one, Whom other) {
        return one.patient() != null
                ? one.patient().equals(other.patient())
                : Objects.equals(one.entry(), other.entry());
    }
}
