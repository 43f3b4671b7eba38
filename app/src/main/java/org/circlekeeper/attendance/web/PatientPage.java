package org.circlekeeper.attendance.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.calls.ContactForm;
import org.circlekeeper.calls.ContactsPanel;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of a member shows.
 *
 * @param openGroups the groups in which a seat may be given
 * @param writes whether whoever looks writes with this member and lets them on to pages of their own
 * @param keepsChart whether whoever looks records diagnoses and plans of this member
 * @param part2 whether 42 CFR Part 2 applies to the member's records
 * @param form the form that was sent and could not be read, or a blank one
 * @param seatPreview what would come of a seat that is looked at before it is given, null when none is
 */
public record PatientPage(
        PatientId id,
        String name,
        String says,
        List<Fact> facts,
        List<Seat> seats,
        List<Insurance> insurance,
        List<Diagnosis> diagnoses,
        List<Authorized> authorizations,
        List<Plan> plans,
        List<GroupPage.Mark> strip,
        List<Past> visits,
        List<Alone> appointments,
        List<Choice> payers,
        List<Choice> openGroups,
        boolean writes,
        boolean keepsChart,
        boolean part2,
        ContactsPanel.Shown contacts,
        LocalDate today,
        Filled form,
        @Nullable SeatPreview seatPreview) {

    /** One thing known: its name and what it is. */
    public record Fact(String name, String value) {}

    /** A membership. */
    public record Seat(String href, String group, String days, Tone tone, String word) {}

    /** Insurance with one payer. */
    public record Insurance(
            UUID id,
            String payer,
            String rank,
            String memberId,
            String who,
            String days,
            Tone tone,
            String word,
            boolean open) {}

    /** A diagnosis; {@code rank} 1 is the principal one. */
    public record Diagnosis(int rank, String code, String days) {}

    /** A prior authorization. */
    public record Authorized(String number, String what, String days, Tone tone, String word) {}

    /** A treatment plan. */
    public record Plan(String days, String signedBy, String keptIn, Tone tone, String word) {}

    /** One visit. */
    public record Past(String href, String when, String group, Tone tone, String word) {}

    /** An appointment of their own. */
    public record Alone(String href, String when, String what, String with, Tone tone, String word) {}

    /** As 2000C PAT01 has it, in words; 18 is the subscriber. */
    public static final List<Choice> RELATIONSHIPS = List.of(
            new Choice("18", "The member holds the policy"),
            new Choice("01", "Spouse"),
            new Choice("19", "Child"),
            new Choice("53", "Life partner"),
            new Choice("G8", "Other"),
            new Choice("21", "Unknown"));

    /** Who pays first (2000B SBR01), in words. */
    public static final List<Choice> RANKS =
            List.of(new Choice("P", "Pays first"), new Choice("S", "Pays second"), new Choice("T", "Pays third"));

    public String path() {
        return "/patients/" + id;
    }

    public List<Choice> relationships() {
        return RELATIONSHIPS;
    }

    public List<Choice> ranks() {
        return RANKS;
    }

    public Filled insuranceForm() {
        return named(
                "insurance",
                Filled.blank("insurance")
                        .with("from", today.withDayOfYear(1))
                        .with("relationship", "18")
                        .with("rank", "P"));
    }

    public Filled endForm(Insurance row) {
        var name = "end-" + row.id();
        return named(name, Filled.blank(name).with("last", today));
    }

    public Filled seatForm() {
        return named("seat", Filled.blank("seat").with("from", today));
    }

    public Filled diagnosisForm() {
        return named("diagnoses", Filled.blank("diagnoses").with("from", today));
    }

    public Filled contactForm() {
        return named("contacts", ContactForm.blank("contacts"));
    }

    public Filled callForm() {
        return named("call", ContactsPanel.blankCall("call", today));
    }

    public Filled planForm() {
        return named(
                "plan",
                Filled.blank("plan")
                        .with("from", today)
                        .with("to", today.plusYears(1).minusDays(1)));
    }

    public Filled authorizationForm() {
        return named(
                "authorization",
                Filled.blank("authorization")
                        .with("code", "90853")
                        .with("from", today)
                        .with("to", today.plusMonths(6).minusDays(1)));
    }

    private Filled named(String name, Filled fresh) {
        return form.name().equals(name) ? form : fresh;
    }
}
