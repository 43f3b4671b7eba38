package org.circlekeeper.console.web;

import java.util.List;
import java.util.Set;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.console.Today;

/** Decides who may answer what, and what the button says. Pure. */
final class Answering {

    static final String FILING = "file-claims";

    /** Work whose sentences carry counts and labels alone. */
    private static final Set<String> SPEAKS_OF_NOBODY = Set.of("plan-sessions", "prepare-claims", FILING);

    private Answering() {}

    /** Whoever prepares claims does not release them: that is the owner's or the biller's. */
    static boolean mayAgree(SignedIn who, String duty) {
        return who.may(duty.equals(FILING) ? Permission.RELEASE_CLAIMS : Permission.ANSWER_QUESTIONS);
    }

    /**
     * What is said once of something that was done. It travels in a cookie: the journal's own sentence does only where
     * it speaks of groups, days and counts, and never where it may name whom it is about.
     */
    static String said(JournalEntry entry) {
        return SPEAKS_OF_NOBODY.contains(entry.duty()) || entry.kind() == JournalEntry.Kind.FAILED
                ? entry.because().sentence()
                : switch (entry.duty()) {
                    case "fill-seats" -> "Done: the seat is kept for them. The call stands under Calls.";
                    default -> "Done. Its line below says what and why.";
                };
    }

    static String verb(JournalEntry entry) {
        if (entry.kind() == JournalEntry.Kind.PROPOSED) {
            return switch (entry.duty()) {
                case "plan-sessions" -> "Put them in the calendar";
                case "prepare-claims" -> "Prepare the claims";
                case FILING -> "Release them";
                case "fill-seats" -> "Offer the seat";
                default -> "Do it";
            };
        }
        if (entry.duty().equals(Today.NOTES)) {
            return "See the session";
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
        if (!alike.getFirst().proposal()) {
            return new TodayPage.Together(duty, enrolments(alike), "Answer them all", "/claims/enrolments", alike);
        }
        return switch (duty) {
            case "plan-sessions" -> pressed(duty, "Fill the calendar of " + count + " groups.", "Fill them all", alike);
            case "prepare-claims" ->
                pressed(duty, "Prepare the claims of " + count + " sessions.", "Prepare them all", alike);
            case FILING -> pressed(duty, "Release claims in " + count + " files.", "Release them all", alike);
            case "fill-seats" -> pressed(duty, "Offer " + count + " seats.", "Offer them all", alike);
            default -> pressed(duty, count + " things of one kind.", "Do them all", alike);
        };
    }

    private static TodayPage.Together pressed(
            String duty, String text, String verb, List<TodayPage.Question> proposals) {
        return new TodayPage.Together(duty, text, verb, null, proposals);
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

    static String settles(JournalEntry entry) {
        if (entry.kind() == JournalEntry.Kind.PROPOSED) {
            return "Press the button and it is done at once; or leave it, and it goes away when its cause is gone.";
        }
        return switch (entry.duty()) {
            case Today.NOTES -> "Whoever led the session signs. The claims are filed that evening.";
            case Today.SHEETS -> "Somebody says who was there and closes the sheet.";
            default -> "Somebody answers it there; or its cause goes away, and this line with it.";
        };
    }
}
