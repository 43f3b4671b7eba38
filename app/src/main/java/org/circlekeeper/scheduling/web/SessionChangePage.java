package org.circlekeeper.scheduling.web;

import java.util.List;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Substitutes;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page shows on which one session is changed.
 *
 * @param closed why nothing can be changed any more; null while something can
 * @param coLeaders those who co-lead it, and those who would but are away
 * @param instead who may be there in the place of one of them
 * @param unlicensedInstead whether no license number is on file of one of those
 * @param form the form that was sent and could not be read, or a blank one
 */
public record SessionChangePage(
        SessionId session,
        String title,
        List<Fact> facts,
        Session.Status status,
        @Nullable String closed,
        List<Substitutes.Candidate> candidates,
        List<Choice> coLeaders,
        List<Choice> instead,
        boolean unlicensedInstead,
        List<Choice> rooms,
        List<Past> past,
        Filled form,
        Filled usual) {

    /** Something known about it. */
    public record Fact(String name, String value) {}

    /** Something that was done to it. */
    public record Past(String says, String who) {}

    public String path() {
        return "/sessions/" + session + "/change";
    }

    public boolean isPlanned() {
        return status == Session.Status.PLANNED;
    }

    public List<Choice> substitutes() {
        return candidates.stream()
                .filter(Substitutes.Candidate::may)
                .map(one -> new Choice(one.practitioner().toString(), one.name() + ": " + one.says()))
                .toList();
    }

    /** Whether no license number is on file of somebody who may lead it. */
    public boolean unlicensed() {
        return candidates.stream().anyMatch(one -> one.may() && !one.licensed());
    }

    public List<Substitutes.Candidate> notOffered() {
        return candidates.stream().filter(one -> !one.may()).toList();
    }

    /** The form of this name as it was sent, else filled with how the session stands. */
    public Filled form(String name) {
        if (form.name().equals(name)) {
            return form;
        }
        return Filled.blank(name)
                .with("day", usual.value("day"))
                .with("start", usual.value("start"))
                .with("minutes", usual.value("minutes"))
                .with("room", usual.value("room"))
                .with("link", usual.value("link"));
    }
}
