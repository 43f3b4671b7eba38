package org.circlekeeper.story;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each route that is read, by whom it tells of; and the forms that search. */
final class WhatRoutesTell {

    /** About one member: each address takes an id or a name of theirs. */
    static final List<String> OF_ONE = List.of(
            "/patients/{id}",
            "/patients/{id}/benefits",
            "/patients/{id}/authorizations",
            "/patients/{id}/consents",
            "/patients/{id}/edit",
            "/patients/{id}/estimates/{estimate}",
            "/patients/{id}/money",
            "/patients/{id}/papers",
            "/patients/{id}/signatures",
            "/patients/{id}/writing",
            "/messages/{id}",
            "/signatures/{id}",
            "/signatures/{id}/verification",
            "/patients/{id}/portal",
            "/alarms/{id}",
            "/claims/{id}",
            "/claims/{id}?words=true",
            "/groups/{id}/memberships/{membership}",
            "/waitlist/{id}",
            "/waitlist/{id}/edit",
            "/calendar/appointments/{id}",
            "/audit?patient={patient}");

    /** A member's own pages: they tell of whoever signed in there. */
    static final List<String> OF_THEMSELVES = List.of(
            "/portal",
            "/portal/whom",
            "/portal/passkeys",
            "/portal/privacy",
            "/portal/messages",
            "/portal/messages/{topic}",
            "/portal/papers",
            "/portal/papers/{id}/pages/{number}",
            "/portal/papers/{id}/whole",
            "/portal/sessions/{id}/absence",
            "/portal/sessions/{id}/calendar.ics");

    /** They lead to another page, or hold a file of the member's own: both are tested with the papers. */
    static final Set<String> LEADING_ON = Set.of("/portal/papers/{id}", "/portal/papers/{id}/done");

    /** Forms that search for a name, and what they send; none of them changes anything. */
    static final Map<String, String> SEARCHES = Map.of(
            "/patients", "q={last}",
            "/search", "q={last}",
            "/groups/{id}/add", "find={last}",
            "/patients/{id}/apart/search", "find={last}",
            "/calendar/appointments/new", "find={last}");

    static final List<String> OF_NOBODY = List.of(
            "/",
            "/journal",
            "/calendar/feeds",
            "/calendar/holidays",
            "/calendar/leader-ill",
            "/calendar/rooms",
            "/calendar/times",
            "/calendar/times/{group}",
            "/calendar/{token}.ics",
            "/claims/enrolments",
            "/forms",
            "/forms/{id}",
            "/forms/{id}/drafts/{language}",
            "/forms/{id}/drafts/{language}/preview",
            "/forms/{id}/drafts/{language}/questionnaire.json",
            "/forms/{id}/versions/{number}/{language}",
            "/forms/{id}/versions/{number}/{language}/questionnaire.json",
            "/packets",
            "/packets/{type}",
            "/groups",
            "/groups/kinds",
            "/groups/new",
            "/insurance/check",
            "/insurance/files",
            "/insurance/payers/{id}",
            "/insurance/runs",
            "/insurance/seats",
            "/insurance/settings",
            "/interest/{token}",
            "/waitlist/links/{type}/poster",
            "/on-call",
            "/portal/sign-in",
            "/portal/at/{key}",
            "/portal/at/{key}/privacy",
            "/portal/in/{token}",
            "/portal/still-here",
            "/import",
            "/patients/new",
            "/payers",
            "/payers/{id}",
            "/people",
            "/settings",
            "/settings/minors",
            "/you",
            "/practice",
            "/second-step",
            "/set-password/{token}",
            "/sign-in",
            "/still-here",
            "/use-it-for-real",
            "/error",
            "/health/live",
            "/health/ready");

    /** Meant to tell staff of many, and why. */
    static final Map<String, String> OF_MANY = Map.ofEntries(
            Map.entry("/audit", "who saw whom, for those who look after it"),
            Map.entry("/patients", "the list of members"),
            Map.entry("/authorizations", "whose authorizations run out"),
            Map.entry(
                    "/patients/{id}/authorizations/requests/{request}/packet",
                    "a document as it is: its text is another test"),
            Map.entry("/patients/{id}/apart", "who is kept apart from whom, for those who give seats"),
            Map.entry("/calls", "whom to call"),
            Map.entry("/signatures", "who signed what"),
            Map.entry("/signatures/{id}/documents/{document}", "a document as it is: its text is another test"),
            Map.entry("/messages", "who was written to"),
            Map.entry("/papers", "which member has which paper"),
            Map.entry("/papers/inventory.csv", "which member has which paper"),
            Map.entry("/patients/{id}/papers/{paper}/file", "a document as it is: its text is another test"),
            Map.entry("/patients/{id}/papers/{paper}/sheet", "a document as it is: its text is another test"),
            Map.entry("/patients/{id}/papers/packets/{packet}/sheets", "a document as it is: its text is another test"),
            Map.entry("/calendar", "who comes when"),
            Map.entry("/calendar/agenda", "who comes when"),
            Map.entry("/waitlist", "who waits"),
            Map.entry("/waitlist/new", "whom of the members a wish for a seat is about"),
            Map.entry("/waitlist/placement", "who might have which seat"),
            Map.entry("/calendar/appointments/new", "whom of the members an appointment is with"),
            Map.entry("/groups/{id}/add", "whom of the members a seat is for"),
            Map.entry("/groups/{id}/next-cycle", "who goes on into the next cycle"),
            Map.entry("/sessions/{id}/change", "whom a change concerns"),
            Map.entry("/search", "finds any of them"),
            Map.entry("/groups/{id}", "a group's roster"),
            Map.entry("/sessions/{id}", "a session's sheet"),
            Map.entry("/notes", "the notes that a leader has still to sign"),
            Map.entry("/insurance", "who comes soon, with their insurance"),
            Map.entry("/insurance/calls", "about whom to ask payers"),
            Map.entry("/insurance/runs/{id}", "about whom payers were asked"),
            Map.entry("/claims", "the list of claims"),
            Map.entry("/claims/release", "what would go out"),
            Map.entry("/unbilled", "the list of visits without a claim"),
            Map.entry("/batches/{id}", "the claims of one file, for those who bill"),
            Map.entry("/batches/{id}/file", "the file itself: what stands in it of each is another test"),
            Map.entry("/import/{id}", "what one's own files hold"),
            Map.entry("/import/{id}/running", "how far one's own import is"),
            Map.entry("/import/{id}/refused.csv", "rows of one's own files"));

    private WhatRoutesTell() {}
}
