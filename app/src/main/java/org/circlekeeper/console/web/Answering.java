package org.circlekeeper.console.web;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Manner;
import org.jspecify.annotations.Nullable;

/** Decides who may answer what, and what the button says. Pure. */
final class Answering {

    static final String FILING = "file-claims";

    private Answering() {}

    /** Whoever may not do it themselves does not agree to it either; what only asks is agreed to by nobody. */
    static boolean mayAgree(SignedIn who, Manner manner) {
        var agreement = manner.agreement();
        return agreement != null && who.may(agreement.needs());
    }

    /** Who does, said to whoever may not. */
    static String decides(Manner.@Nullable Agreement agreement) {
        return agreement == null
                ? ""
                : agreement.needs().roles().stream()
                        .sorted()
                        .map(role -> "the " + role.onScreen())
                        .collect(joining(" or ", "", " decides this."))
                        .replaceFirst("^t", "T");
    }

    static String verb(JournalEntry entry, Manner manner) {
        if (entry.kind() == JournalEntry.Kind.PROPOSED) {
            return manner.agreement() == null ? "" : manner.agreement().verb();
        }
        if (manner.opens() != null) {
            return manner.opens();
        }
        var href = entry.href() == null ? "" : entry.href();
        return switch (href.split("/").length > 1 ? href.split("[/?]")[1] : "") {
            case "sessions" -> "Say who was there";
            case "notes" -> "See the notes";
            case "claims" -> href.startsWith("/claims/") ? "See the claim" : "See the claims";
            case "patients" -> "Open the member";
            case "payers" -> "Open the payer";
            case "people" -> "Open people";
            case "groups" -> "Open the group";
            case "waitlist" -> "Open the waitlist";
            default -> "Open";
        };
    }

    /** What several of one kind come to, and what the one button for all of them says. */
    static TodayPage.Together together(List<TodayPage.Question> alike) {
        int count = alike.size();
        var duty = alike.getFirst().entry().duty();
        var agreement = alike.getFirst().agreement();
        return !alike.getFirst().proposal() || agreement == null
                ? new TodayPage.Together(duty, enrolments(alike), "Answer them all", "/claims/enrolments", alike)
                : new TodayPage.Together(duty, agreement.several(count), agreement.all(), null, alike);
    }

    /** {@code Is Marcus Bell known to 5 payers?}, or of several leaders their number. */
    private static String enrolments(List<TodayPage.Question> alike) {
        var leaders = alike.stream()
                .map(question -> question.text().replaceFirst("^Is ", "").replaceFirst(" known to .*$", ""))
                .distinct()
                .toList();
        return leaders.size() == 1
                ? "Is " + leaders.getFirst() + " known to " + alike.size() + " payers?"
                : "Are your " + leaders.size() + " leaders known to their payers? " + alike.size()
                        + " answers are missing.";
    }

    static String settles(JournalEntry entry, Manner manner) {
        if (entry.kind() == JournalEntry.Kind.PROPOSED) {
            return "Press the button and it is done at once; or leave it, and it goes away when its cause is gone.";
        }
        return manner.settles() == null
                ? "Somebody answers it there; or its cause goes away, and this line with it."
                : manner.settles();
    }
}
