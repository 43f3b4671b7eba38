package org.circlekeeper.scheduling;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.calls.Call;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.Whom;
import org.circlekeeper.patients.Part2Mark;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.springframework.stereotype.Component;

/** Puts whom a change concerns on the list of people to call: the way to tell people until there are others. */
@Component
class TellByCalling implements ChangeTold {

    private final Calls calls;
    private final Patients patients;
    private final Part2Mark mark;
    private final Groups groups;
    private final SessionStore sessions;
    private final Practices practices;

    TellByCalling(
            Calls calls, Patients patients, Part2Mark mark, Groups groups, SessionStore sessions, Practices practices) {
        this.calls = calls;
        this.patients = patients;
        this.mark = mark;
        this.groups = groups;
        this.sessions = sessions;
        this.practices = practices;
    }

    @Override
    public void tell(Set<SessionId> changed, Set<PatientId> concerned, String sentence, Actor actor) {
        var href = changed.stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .findFirst();
        ask(concerned, sentence, href.map(TellByCalling::href).orElse("/calendar"), isUnderPart2(changed), actor);
    }

    @Override
    public void tell(GroupId group, Set<PatientId> concerned, String sentence, Actor actor) {
        boolean part2 = groups.find(group).filter(Group::part2).isPresent();
        ask(concerned, sentence, "/groups/" + group, part2, actor);
    }

    private void ask(Set<PatientId> concerned, String sentence, String href, boolean part2, Actor actor) {
        var marked = part2 ? concerned : mark.among(concerned);
        patients.byId(concerned)
                .values()
                .forEach(patient -> calls.ask(
                        Whom.of(patient, marked.contains(patient.id())), sentence, href, practices.today(), actor));
    }

    /** Whoever was not called yet need not be; whoever was is called again. */
    @Override
    public void takenBack(Set<SessionId> changed, Set<PatientId> concerned, String sentence, Actor actor) {
        var pages = changed.stream().map(TellByCalling::href).collect(Collectors.toSet());
        tell(changed, called(concerned, call -> pages.contains(call.href()), actor), sentence, actor);
    }

    @Override
    public void takenBack(GroupId group, Set<PatientId> concerned, String said, String sentence, Actor actor) {
        tell(group, called(concerned, call -> call.why().equals(said), actor), sentence, actor);
    }

    /** Takes those who were not called yet off the list, and gives back the others. */
    private Set<PatientId> called(Set<PatientId> concerned, Predicate<Call> about, Actor actor) {
        var notCalled = calls.open().stream()
                .filter(call ->
                        about.test(call) && concerned.contains(call.whom().patient()))
                .toList();
        notCalled.forEach(call -> calls.settle(call.id(), "The change was taken back.", actor));
        var spared = notCalled.stream().map(Call::whom).map(Whom::patient).collect(Collectors.toSet());
        return concerned.stream().filter(patient -> !spared.contains(patient)).collect(Collectors.toSet());
    }

    private boolean isUnderPart2(Set<SessionId> changed) {
        var touched =
                sessions.byId(changed).values().stream().map(Session::group).collect(Collectors.toSet());
        return groups.all().stream().anyMatch(group -> group.part2() && touched.contains(group.id()));
    }

    private static String href(SessionId id) {
        return "/sessions/" + id;
    }
}
