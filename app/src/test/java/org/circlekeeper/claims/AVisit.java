package org.circlekeeper.claims;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.claims.DisclosureCheck.Withheld;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/** ClaimVisits to decide about: begin with one that is fine, and say only what differs. */
final class AVisit {

    static final LocalDate TUESDAY = LocalDate.of(2026, 11, 17);
    static final PractitionerId DANA = new PractitionerId(UUID.fromString("01990000-0000-7000-8000-000000000001"));
    static final UUID MEDICARE = UUID.fromString("01990000-0000-7000-8000-000000000002");

    private LocalDate day = TUESDAY;
    private Presence presence = Presence.PRESENT;
    private @Nullable String recordedBy = "Dana Whitfield";
    private boolean takesPlace = true;
    private boolean closed = true;
    private boolean over = true;
    private int heads = 8;
    private @Nullable Integer minutes = 75;
    private boolean noteSigned = true;
    private boolean secondThatDay;
    private String place = "11";
    private boolean heardOnly;
    private List<String> diagnoses = List.of("F33.1");
    private @Nullable LocalDate planFrom = LocalDate.of(2026, 1, 1);
    private Visit.@Nullable Authorized authorization;
    private Set<Withheld> withheld = Set.of();
    private Visit.@Nullable Standing claim;
    private Visit.Leader leader =
            new Visit.Leader(DANA, new PersonName("Dana", "Whitfield"), new Npi("1101408916"), "1041C0700X");
    private Visit.Member member = new Visit.Member(
            UUID.fromString("01990000-0000-7000-8000-000000000003"),
            new PersonName("Ana", "Ruiz"),
            LocalDate.of(1980, 1, 1),
            "F",
            "3 Oak Ave",
            "",
            "Springfield",
            "IL",
            "62704");
    private boolean insured = true;
    private UUID payer = MEDICARE;
    private String payerId = "MCRB1";
    private String filingCode = "MB";
    private String rank = "P";
    private String memberId = "1EG4TE5MK73";
    private String relationship = "18";
    private String subscriberFirst = "";
    private String subscriberLast = "";
    private @Nullable LocalDate insuredUntil;

    static AVisit fine() {
        return new AVisit();
    }

    AVisit on(LocalDate other) {
        day = other;
        return this;
    }

    AVisit presence(Presence other) {
        presence = other;
        return this;
    }

    AVisit recordedByNobody() {
        recordedBy = null;
        return this;
    }

    AVisit cancelled() {
        takesPlace = false;
        return this;
    }

    AVisit notOver() {
        over = false;
        return this;
    }

    AVisit open() {
        closed = false;
        return this;
    }

    AVisit heads(int other) {
        heads = other;
        return this;
    }

    AVisit minutesUnknown() {
        minutes = null;
        return this;
    }

    AVisit minutes(int other) {
        minutes = other;
        return this;
    }

    AVisit at(String other) {
        place = other;
        return this;
    }

    AVisit heardOnly() {
        heardOnly = true;
        return at("10");
    }

    AVisit noteUnsigned() {
        noteSigned = false;
        return this;
    }

    AVisit secondThatDay() {
        secondThatDay = true;
        return this;
    }

    AVisit diagnoses(String... codes) {
        diagnoses = List.of(codes);
        return this;
    }

    AVisit planFrom(@Nullable LocalDate other) {
        planFrom = other;
        return this;
    }

    /** There are units, and this visit has none of them. */
    AVisit notCounted(int units, int used) {
        authorization = new Visit.Authorized("AUTH1", units, used, false);
        return this;
    }

    AVisit authorized(int units, int used) {
        authorization = new Visit.Authorized("AUTH1", units, used, used < units);
        return this;
    }

    AVisit withheld(Withheld... reasons) {
        withheld = Set.of(reasons);
        return this;
    }

    /** A held claim that somebody let go past these rules of Medicare. */
    AVisit letGoPast(FindingCode... codes) {
        claim = new Visit.Standing(
                new ClaimId(UUID.fromString("01990000-0000-7000-8000-000000000005")),
                "CK1",
                ClaimStatus.HELD,
                1,
                "",
                null,
                new Visit.Reason(
                        MEDICARE, Stream.of(codes).map(FindingCode::code).collect(toSet())));
        return this;
    }

    AVisit claim(ClaimStatus status, String digest) {
        claim = new Visit.Standing(
                new ClaimId(UUID.fromString("01990000-0000-7000-8000-000000000005")),
                "CK1",
                status,
                1,
                digest,
                null,
                null);
        return this;
    }

    /** A claim that names this authorization. */
    AVisit claimWith(ClaimStatus status, String number) {
        claim = new Visit.Standing(
                new ClaimId(UUID.fromString("01990000-0000-7000-8000-000000000005")),
                "CK1",
                status,
                1,
                "",
                number,
                null);
        return this;
    }

    AVisit leader(UnaryOperator<Visit.Leader> change) {
        leader = change.apply(leader);
        return this;
    }

    AVisit member(UnaryOperator<Visit.Member> change) {
        member = change.apply(member);
        return this;
    }

    AVisit uninsured() {
        insured = false;
        return this;
    }

    AVisit insuredUntil(LocalDate last) {
        insuredUntil = last;
        return this;
    }

    AVisit payer(String id, String code, String member) {
        payerId = id;
        filingCode = code;
        memberId = member;
        return this;
    }

    AVisit paysSecond() {
        rank = "S";
        return this;
    }

    AVisit spouseOf(String first, String last) {
        relationship = "01";
        subscriberFirst = first;
        subscriberLast = last;
        return this;
    }

    AVisit ofAnotherPayer() {
        payer = UUID.fromString("01990000-0000-7000-8000-000000000009");
        return this;
    }

    AVisit commercial() {
        return payer("BRHP1", "CI", "W123");
    }

    Visit build() {
        return new Visit(
                UUID.fromString("01990000-0000-7000-8000-000000000006"),
                new Visit.Meeting(
                                new SessionId(UUID.fromString("01990000-0000-7000-8000-000000000007")),
                                day,
                                takesPlace,
                                closed,
                                heads,
                                "Monday Circle",
                                ProcedureCode.GROUP_PSYCHOTHERAPY,
                                place,
                                heardOnly,
                                leader)
                        .over(over),
                member,
                presence,
                recordedBy,
                minutes,
                insured ? insurance() : null,
                diagnoses,
                noteSigned,
                planFrom,
                authorization,
                secondThatDay,
                withheld,
                claim);
    }

    private Visit.Insurance insurance() {
        return new Visit.Insurance(
                UUID.fromString("01990000-0000-7000-8000-000000000004"),
                payer,
                "Medicare Part B",
                payerId,
                filingCode,
                rank,
                memberId,
                "",
                relationship,
                subscriberFirst,
                subscriberLast,
                insuredUntil);
    }
}
