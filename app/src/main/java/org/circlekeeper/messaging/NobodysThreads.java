package org.circlekeeper.messaging;

import static java.util.stream.Collectors.toSet;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.springframework.stereotype.Component;

/** What members of the practice in scope write that no therapist, office or biller of it reads. */
@Component
class NobodysThreads {

    private final ReplyStore replies;
    private final List<ThreadScope> scopes;
    private final People people;
    private final Practices practices;

    NobodysThreads(ReplyStore replies, List<ThreadScope> scopes, People people, Practices practices) {
        this.replies = replies;
        this.scopes = scopes;
        this.people = people;
        this.practices = practices;
    }

    Sight.Nobodys now() {
        return new Sight.Nobodys(topics(), replies.wroteBut(treated()));
    }

    /** The same, of the members from whom something waits that nobody has read. */
    Sight.Nobodys waiting() {
        var waiting = new HashSet<>(replies.unreadButBills());
        if (!waiting.isEmpty()) {
            waiting.removeAll(treated());
        }
        return new Sight.Nobodys(topics(), waiting);
    }

    private Set<Topic> topics() {
        var hats = people.inPractice(practices.current().id()).stream()
                .filter(one -> !one.person().disabled())
                .flatMap(one -> one.roles().stream())
                .collect(toSet());
        var topics = EnumSet.noneOf(Topic.class);
        if (!hats.contains(Role.COORDINATOR)) {
            topics.add(Topic.LOGISTICS);
        }
        if (!hats.contains(Role.BILLER)) {
            topics.add(Topic.BILLING);
        }
        return topics;
    }

    private Set<PatientId> treated() {
        return scopes.stream().flatMap(scope -> scope.treated().stream()).collect(toSet());
    }
}
