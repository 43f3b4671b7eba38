package org.circlekeeper.coverage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.patients.PatientId;

/**
 * Everything the page of one member's authorizations shows.
 *
 * @param reaches how far they reach, a sentence for each payer and service
 * @param insured whether there is a payer to ask
 */
public record MemberAuthorizationsPage(
        PatientId patient,
        String name,
        List<Reach> reaches,
        List<Row> rows,
        List<Request> requests,
        List<String> changes,
        List<Choice> payers,
        boolean insured,
        LocalDate today,
        Filled form) {

    /** How far what one payer authorized reaches. */
    public record Reach(String payer, String left, String says, String clock, Tone tone) {}

    /** One authorization. */
    public record Row(
            UUID id, String number, String what, String days, String used, Tone tone, String word, Terms terms) {}

    /** What stands in the form that changes an authorization. */
    public record Terms(String number, String code, int units, LocalDate from, LocalDate to, String planYear) {}

    /**
     * One request.
     *
     * @param says how it was sent, what the payer said and until when it may be appealed
     * @param steps what may become of it by hand: the name of the step, and its words
     */
    public record Request(
            UUID id,
            String what,
            Tone tone,
            String word,
            List<String> says,
            boolean packet,
            boolean toSend,
            boolean toDecide,
            List<Choice> steps,
            List<String> history,
            Terms asked) {}

    public String path() {
        return "/patients/" + patient + "/authorizations";
    }

    public Filled changeForm(Row row) {
        var terms = row.terms();
        var name = "change-" + row.id();
        return named(
                name,
                Filled.blank(name)
                        .with("number", terms.number())
                        .with("code", terms.code())
                        .with("units", terms.units())
                        .with("from", terms.from())
                        .with("to", terms.to())
                        .with("planYear", terms.planYear()));
    }

    public Filled endForm(Row row) {
        var name = "end-" + row.id();
        return named(name, Filled.blank(name).with("last", today));
    }

    public Filled askForm() {
        return named(
                "ask",
                Filled.blank("ask")
                        .with("code", "90853")
                        .with("units", 26)
                        .with("from", today)
                        .with("to", today.plusMonths(6).minusDays(1)));
    }

    public Filled sentForm(Request request) {
        var name = "sent-" + request.id();
        return named(name, Filled.blank(name));
    }

    public Filled decisionForm(Request request) {
        var asked = request.asked();
        var name = "decision-" + request.id();
        return named(
                name,
                Filled.blank(name)
                        .with("on", today)
                        .with("units", asked.units())
                        .with("from", asked.from())
                        .with("to", asked.to()));
    }

    public Filled stepForm(Request request) {
        var name = "step-" + request.id();
        return named(name, Filled.blank(name));
    }

    public List<Choice> channels() {
        return List.of(new Choice("PORTAL", "Portal"), new Choice("PHONE", "Phone"), new Choice("FAX", "Fax"));
    }

    public List<Choice> decisions() {
        return List.of(
                new Choice("APPROVED", "Approved as asked"),
                new Choice("PARTIAL", "Approved in part"),
                new Choice("MODIFIED", "Approved with changes"),
                new Choice("DENIED", "Denied"),
                new Choice("PENDED", "Waits: not decided yet"),
                new Choice("NOT_NEEDED", "No authorization is needed"));
    }

    private Filled named(String name, Filled fresh) {
        return form.name().equals(name) ? form : fresh;
    }
}
