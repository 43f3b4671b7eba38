package org.circlekeeper.claims;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.practice.Enrolment;
import org.circlekeeper.practice.FormerRecords;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.terms.TaxId;
import org.jspecify.annotations.Nullable;

/** Rules to decide by: a practice whose leader is enrolled, with a fee and nothing else of its own. */
final class SomeRules {

    private final List<Enrolment> enrolments = new ArrayList<>();
    private final List<OwnRule> own = new ArrayList<>();
    private List<Payers.Fee> fees =
            List.of(new Payers.Fee(ProcedureCode.GROUP_PSYCHOTHERAPY, LocalDate.of(2026, 1, 1), Money.dollars("65")));
    private PostalAddress address = new PostalAddress("1 Main St", "Springfield", "IL", "627011234");
    private Npi npi = new Npi("1234560013");
    private String taxonomy = "261QM0850X";
    private Practice.Profile profile = Practice.Profile.SMALL;
    private @Nullable FormerRecords formerRecords;

    static SomeRules usual() {
        return new SomeRules().enrolled(true, LocalDate.of(2026, 1, 1));
    }

    static SomeRules enrolmentUnknown() {
        return new SomeRules();
    }

    SomeRules enrolled(boolean yes, LocalDate from) {
        enrolments.add(new Enrolment(AVisit.DANA, AVisit.MEDICARE, npi, yes, DateRange.from(from), "letter"));
        return this;
    }

    SomeRules own(OwnRule.Kind kind, int amount) {
        return ledBy(kind, amount, null);
    }

    SomeRules ledBy(OwnRule.Kind kind, int amount, @Nullable Integer leaders) {
        own.add(new OwnRule(
                UUID.randomUUID(),
                AVisit.MEDICARE,
                kind,
                amount,
                leaders,
                DateRange.from(LocalDate.of(2026, 1, 1)),
                "contract",
                null));
        return this;
    }

    SomeRules noFee() {
        fees = List.of();
        return this;
    }

    SomeRules address(PostalAddress other) {
        address = other;
        return this;
    }

    SomeRules npi(Npi other, Practice.Profile itsProfile) {
        npi = other;
        profile = itsProfile;
        return this;
    }

    SomeRules taxonomy(String other) {
        taxonomy = other;
        return this;
    }

    SomeRules formerRecords(LocalDate until) {
        formerRecords = new FormerRecords("Dana Whitfield", until, List.of("treatment plans"));
        return this;
    }

    BillingRules build() {
        var practice = new Practice(
                new PracticeId(UUID.randomUUID()),
                "Willow House",
                "Willow House",
                npi,
                new TaxId("987650001"),
                taxonomy,
                new Phone("2175550142"),
                address,
                ZoneId.of("America/Chicago"),
                profile);
        var leaders = List.of(
                leader(AVisit.DANA, "Dana", "1101408916"),
                leader(new PractitionerId(UUID.randomUUID()), "Marcus", "1108885983"));
        return new BillingRules(practice, leaders, fees, enrolments, own, formerRecords);
    }

    private static Practitioner leader(PractitionerId id, String first, String npi) {
        return new Practitioner(id, new PersonName(first, "Leader"), "LCSW", new Npi(npi), "1041C0700X", "");
    }
}
