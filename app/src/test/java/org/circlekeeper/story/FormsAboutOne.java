package org.circlekeeper.story;

import java.util.Map;
import java.util.TreeMap;

/** What each form about one member sends when it is filled in; in braces what differs from practice to practice. */
final class FormsAboutOne {

    static final TreeMap<String, String> BY_ROUTE = new TreeMap<>(Map.ofEntries(
            Map.entry("/calendar/appointments/{id}", "status=CANCELLED&why=asked+for"),
            Map.entry(
                    "/calendar/appointments/{id}/move",
                    "day=2026-12-02&start=10:00&minutes=50&leader={leader}&why=asked+for"),
            Map.entry("/claims/{id}/filing-for-denial", "reason=asked+for"),
            Map.entry("/claims/{id}/void", "on=2026-11-20&how=portal&reference=R1"),
            Map.entry("/patients/{id}/apart", "other={other}&reason=asked+for&from=2026-11-30"),
            Map.entry("/patients/{id}/apart/{pair}/end", "last=2026-11-30"),
            Map.entry("/patients/{id}/authorizations", "number=A-77&code=90853&units=20&from=2026-11-01&to=2027-04-30"),
            Map.entry(
                    "/patients/{id}/authorizations/{authorization}/change",
                    "number=A-77&code=90853&units=20&from=2026-11-01&to=2027-04-30&reason=asked+for"),
            Map.entry("/patients/{id}/authorizations/{authorization}/end", "last=2027-03-30&reason=asked+for"),
            Map.entry("/patients/{id}/authorizations/requests", "code=90853&units=20&from=2026-12-01&to=2027-04-30"),
            Map.entry(
                    "/patients/{id}/authorizations/requests/{request}/decision",
                    "decision=DENIED&on=2026-11-20&reason=asked+for"),
            Map.entry("/patients/{id}/authorizations/requests/{request}/sent", "channel=FAX"),
            Map.entry("/patients/{id}/authorizations/requests/{request}/step", "to=WITHDRAWN&reason=asked+for"),
            Map.entry(
                    "/patients/{id}/benefits",
                    "policy=none&how=PHONE&day=2026-11-23&reference=R1&by=Kim&status=ACTIVE&covered=YES&need=NO"),
            Map.entry("/patients/{id}/benefits/agreement", "agrees=yes&source=by+phone"),
            Map.entry("/patients/{id}/benefits/question", "policy=none"),
            Map.entry("/patients/{id}/calls", "why=asked+for&due=2026-11-30"),
            Map.entry("/patients/{id}/contacts", "outcome=SPOKE&channel=PHONE&said=called"),
            Map.entry("/patients/{id}/consents", "signed=2026-10-01&kept=chart"),
            Map.entry("/patients/{id}/consents/{consent}/revoke", "on=2026-11-30&by=Anouk&why=asked+for"),
            Map.entry("/patients/{id}/coverages", "rank=S&member=W9&relationship=18&from=2026-06-01"),
            Map.entry("/patients/{id}/coverages/{coverage}/end", "last=2026-11-30"),
            Map.entry("/patients/{id}/diagnoses", "codes=F33.1&from=2026-01-01"),
            Map.entry("/patients/{id}/edit", "first=Anouk&last=Quillfeather&born=1961-03-17&sex=F"),
            Map.entry("/patients/{id}/estimates", "group={group}&from=2026-11-30"),
            Map.entry("/patients/{id}/estimates/{estimate}/given", "on=2026-11-23&way=HANDED&to=the+member"),
            Map.entry("/patients/{id}/memberships", "from=2026-11-30"),
            Map.entry("/patients/{id}/money/asked", "group={group}&on=2026-11-23&claim=NO"),
            Map.entry(
                    "/patients/{id}/money/talks",
                    "gap=NO_INSURANCE:none&day=2026-11-23&how=PHONE&by=Rosa&with=the+member&outcome=WAITS"),
            Map.entry("/patients/{id}/papers", "membership={membership}"),
            Map.entry("/patients/{id}/papers/language", "language=es"),
            Map.entry("/patients/{id}/papers/single", "form=gad-7"),
            Map.entry("/patients/{id}/papers/{paper}/again", ""),
            Map.entry("/patients/{id}/papers/{paper}/copy", "way=PRINTED&on=2026-11-20"),
            Map.entry("/patients/{id}/papers/{paper}/ink", "signed=2026-10-01&by=Anouk&witness=Dana"),
            Map.entry("/patients/{id}/papers/{paper}/waive", "reason=asked+for"),
            Map.entry("/patients/{id}/papers/{paper}/withdraw", "by=Anouk&reason=asked+for"),
            Map.entry("/patients/{id}/plans", "from=2026-01-01&to=2026-12-31&signed=Dana&kept=chart"),
            Map.entry("/patients/{id}/portal/end", ""),
            Map.entry("/patients/{id}/portal/invitation", ""),
            Map.entry(
                    "/patients/{id}/portal/own-care", "from=2026-11-01&document=paper&parents=END&parentsWhy=counsel"),
            Map.entry("/patients/{id}/portal/own-care/end", "why=asked+for"),
            Map.entry(
                    "/patients/{id}/portal/proxies",
                    "name=Zenobia&email=zenobia@elsewhere.example&agreed=yes&relation=REPRESENTATIVE"
                            + "&part-MESSAGES=yes&document=paper&from=2026-11-01"),
            Map.entry("/patients/{id}/portal/proxies/{proxy}/end", "why=asked+for"),
            Map.entry("/patients/{id}/portal/proxies/{proxy}/invitation", ""),
            Map.entry("/patients/{id}/writing/address", "means=EMAIL&email=anouk@elsewhere.example"),
            Map.entry("/patients/{id}/writing/returned", "arrives=yes&address=anouk@elsewhere.example"),
            Map.entry("/patients/{id}/writing/word", "agrees=yes&address=anouk@elsewhere.example"),
            Map.entry("/messages/{id}", "topic=LOGISTICS&text=Hello"),
            Map.entry("/signatures/{id}/withdrawal", "by=Anouk&why=asked+for"),
            Map.entry("/waitlist/{id}/acceptance", "first=2026-11-30"),
            Map.entry("/waitlist/{id}/answers", "language=en"),
            Map.entry("/waitlist/{id}/coming", "group={group}&from=2026-11-30&born=1961-03-17"),
            Map.entry("/waitlist/{id}/contact", "what=spoke&said=called"),
            Map.entry("/waitlist/{id}/decision", "decision=FIT&words=fits"),
            Map.entry("/waitlist/{id}/edit", "first=Anouk&last=Quillfeather&phone=2175550161"),
            Map.entry("/waitlist/{id}/family", "other=Anouk+Quillfeather"),
            Map.entry("/waitlist/{id}/family/leaving", ""),
            Map.entry("/waitlist/{id}/move", "to=CONTACTED&why=called"),
            Map.entry("/waitlist/{id}/offer", "group={group}&hours=48&yes=yes&despite=they+asked"),
            Map.entry("/waitlist/{id}/patient", "patient={patient}"),
            Map.entry("/waitlist/{id}/refusal", "goes=WAITING&why=asked+for"),
            Map.entry("/waitlist/{id}/screening", "day=2026-12-01&time=10:00"),
            Map.entry("/waitlist/{id}/seat", "born=1961-03-17&despite=they+asked"),
            Map.entry("/waitlist/{id}/transfer", "type={type}&why=asked+for"),
            Map.entry("/waitlist/{id}/urgency", "urgent=yes"),
            Map.entry("/waitlist/{id}/withdrawal", "why=asked+for")));

    private FormsAboutOne() {}
}
