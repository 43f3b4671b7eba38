package org.circlekeeper.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * What a payer is sent with a request for an authorization, as XHTML: the facts of the request, the draft of a letter
 * on medical necessity, and a list of what is to be attached. It is about one member and takes nothing of anybody else.
 * What is not on file is left open in brackets for whoever signs; psychotherapy notes are never part of it (45 CFR
 * 164.508(a)(2)). Pure.
 */
final class RequestPacket {

    private static final String OPEN = "[to be filled in]";

    private RequestPacket() {}

    /**
     * What it is made of.
     *
     * @param plan the treatment plan in force; null when none is on file
     * @param seen the days over which attendance was counted
     * @param part2 whether 42 CFR Part 2 applies: each page then carries the notice of 2.32(a)(2)
     */
    record Facts(
            String practice,
            String npi,
            String taxId,
            String address,
            String phone,
            String member,
            LocalDate born,
            String memberId,
            String groupNumber,
            String payer,
            AuthorizationRequest.Wanted wanted,
            boolean expedited,
            String extended,
            List<String> diagnoses,
            @Nullable Plan plan,
            UnitsUsed.Attended attended,
            DateRange seen,
            LocalDate today,
            String trace,
            boolean part2) {}

    /** A treatment plan that is on file. */
    record Plan(DateRange days, String signedBy, String keptIn) {}

    /** Three pages, each a whole document. */
    static List<String> pages(Facts facts) {
        return List.of(
                page("Request for authorization", request(facts) + notice(facts)),
                page("Letter on medical necessity (draft)", letter(facts) + notice(facts)),
                page("Attachments", attachments(facts) + notice(facts)));
    }

    private static String notice(Facts facts) {
        return facts.part2() ? "<p>42 CFR part 2 prohibits unauthorized use or disclosure of these records.</p>" : "";
    }

    private static String request(Facts facts) {
        var wanted = facts.wanted();
        var rows = new StringBuilder();
        row(rows, "Payer", facts.payer());
        row(rows, "Member", facts.member() + ", born " + Words.birthDay(facts.born()));
        row(
                rows,
                "Member id",
                facts.memberId() + (facts.groupNumber().isEmpty() ? "" : ", group " + facts.groupNumber()));
        row(rows, "Provider", facts.practice() + ", NPI " + facts.npi() + ", tax id " + facts.taxId());
        row(rows, "Address", facts.address());
        row(rows, "Phone", facts.phone());
        row(rows, "Service", wanted.code() + ", group psychotherapy, outpatient");
        row(rows, "Visits asked for", Words.count(wanted.units(), "visit", "visits"));
        row(rows, "Days", days(wanted.days()));
        row(
                rows,
                "Kind",
                facts.extended().isEmpty() ? "First request" : "Goes on from authorization " + facts.extended());
        row(rows, "Speed", facts.expedited() ? "Expedited: a clinician says that waiting may harm" : "Standard");
        row(rows, "Diagnoses", facts.diagnoses().isEmpty() ? OPEN : String.join(", ", facts.diagnoses()));
        row(rows, "Our reference", facts.trace());
        return "<table>" + rows + "</table>";
    }

    private static String letter(Facts facts) {
        var attended = facts.attended();
        int planned = attended.came() + attended.missed();
        var said = new ArrayList<String>();
        said.add(Words.day(facts.today()));
        said.add("To " + facts.payer() + ", about " + facts.member() + ", member id " + facts.memberId());
        said.add("I ask for " + Words.count(facts.wanted().units(), "visit", "visits") + " of group psychotherapy ("
                + facts.wanted().code() + ") " + days(facts.wanted().days()) + ".");
        said.add(
                facts.diagnoses().isEmpty()
                        ? "The diagnosis is " + OPEN + "."
                        : "The diagnoses that hold today are " + String.join(", ", facts.diagnoses()) + ".");
        said.add(
                planned == 0
                        ? "The treatment in the group is to begin."
                        : "From " + days(facts.seen()) + " the member came to " + attended.came() + " of "
                                + Words.count(planned, "session", "sessions") + ".");
        var plan = facts.plan();
        said.add(
                plan == null
                        ? "The treatment plan: " + OPEN + "."
                        : "The treatment plan of " + days(plan.days()) + " is signed by " + plan.signedBy() + ".");
        said.add("Goals of this member and progress towards them: " + OPEN + ".");
        said.add("Why a group, and not a lower level of care or another treatment: " + OPEN + ".");
        said.add("Expected length of the treatment and how its end is recognized: " + OPEN + ".");
        said.add("Signature, credential and date of the treating clinician: " + OPEN);
        return said.stream().map(one -> "<p>" + escaped(one) + "</p>").reduce("", String::concat);
    }

    private static String attachments(Facts facts) {
        var plan = facts.plan();
        var list = new ArrayList<String>();
        list.add(
                plan == null
                        ? "Treatment plan: none is on file. Make one first."
                        : "Treatment plan, " + days(plan.days()) + ", kept in " + plan.keptIn());
        list.add("Diagnostic assessment");
        list.add("Progress notes of this member alone that the payer asks for, with the names of others taken out");
        list.add("Measures, such as PHQ-9 or GAD-7, when there are any");
        if (!facts.extended().isEmpty()) {
            list.add("The payer's letter of authorization " + facts.extended());
        }
        return "<ul>"
                + list.stream().map(one -> "<li>" + escaped(one) + "</li>").reduce("", String::concat)
                + "</ul><p>Psychotherapy notes (45 CFR 164.501) are never attached.</p>";
    }

    private static void row(StringBuilder rows, String name, String value) {
        rows.append("<tr><th>")
                .append(escaped(name))
                .append("</th><td>")
                .append(escaped(value))
                .append("</td></tr>");
    }

    private static String days(DateRange days) {
        var last = days.last();
        return Words.day(days.first()) + (last == null ? " on" : " to " + Words.day(last));
    }

    private static String page(String title, String body) {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>" + title
                + "</title></head><body><h1>" + title + "</h1>" + body + "</body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
