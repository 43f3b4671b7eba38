package org.circlekeeper.claims;

import static org.circlekeeper.claims.FindingCode.FRONT_END_ADDRESS;
import static org.circlekeeper.claims.FindingCode.FRONT_END_BIRTH_DATE;
import static org.circlekeeper.claims.FindingCode.FRONT_END_CHARGE;
import static org.circlekeeper.claims.FindingCode.FRONT_END_DIAGNOSIS;
import static org.circlekeeper.claims.FindingCode.FRONT_END_FUTURE;
import static org.circlekeeper.claims.FindingCode.FRONT_END_MEMBER_ID;
import static org.circlekeeper.claims.FindingCode.FRONT_END_NAME;
import static org.circlekeeper.claims.FindingCode.FRONT_END_PAYER_ID;
import static org.circlekeeper.claims.FindingCode.FRONT_END_PO_BOX;
import static org.circlekeeper.claims.FindingCode.FRONT_END_RELATIONSHIP;
import static org.circlekeeper.claims.FindingCode.FRONT_END_RENDERING;
import static org.circlekeeper.claims.FindingCode.FRONT_END_TAXONOMY;
import static org.circlekeeper.claims.FindingCode.FRONT_END_UNWRITABLE;
import static org.circlekeeper.claims.FindingCode.FRONT_END_ZIP;
import static org.circlekeeper.claims.FindingCode.NO_DIAGNOSIS;
import static org.circlekeeper.claims.FindingCode.PRIMARY_MISSING;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.circlekeeper.frame.Words;
import org.circlekeeper.payers.Program;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.x12.X12Text;

/**
 * What the front ends of payers and clearinghouses turn back, found before a claim goes. The last check writes the
 * claim and throws it away: what passes here can be written.
 */
final class FrontEnd {

    private static final Pattern TAXONOMY = Pattern.compile("[0-9A-Z]{9}X");
    private static final Pattern STATE = Pattern.compile("[A-Za-z]{2}");

    /** Everyone there has a number of their own, and is their own subscriber. */
    private static final Set<Program> OF_ONES_OWN = Set.of(Program.MEDICARE, Program.MEDICAID);

    private static final Pattern ZIP = Pattern.compile("\\d{5}(-?\\d{4})?");
    private static final String NUMBER_TO_TRY_WITH = "C1";

    private final Visit visit;
    private final BillingRules rules;
    private final LocalDate today;
    private final List<Finding> findings;

    private FrontEnd(Visit visit, BillingRules rules, LocalDate today, List<Finding> findings) {
        this.visit = visit;
        this.rules = rules;
        this.today = today;
        this.findings = findings;
    }

    static void assess(Visit visit, BillingRules rules, LocalDate today, List<Finding> findings) {
        var edits = new FrontEnd(visit, rules, today, findings);
        int before = findings.size();
        edits.diagnoses();
        edits.service();
        edits.practice();
        edits.leader();
        if (visit.insurance() != null) {
            edits.insurance(visit.insurance());
            edits.member();
            if (findings.size() == before) {
                edits.write(visit.insurance());
            }
        }
    }

    private void diagnoses() {
        var day = visit.meeting().day();
        if (visit.diagnoses().isEmpty()) {
            findings.add(NO_DIAGNOSIS.with("No diagnosis is on file for " + Words.day(day) + "."));
        }
        for (var code : visit.diagnoses()) {
            BillableDiagnosis.refusal(code, day).ifPresent(why -> findings.add(FRONT_END_DIAGNOSIS.with(why)));
        }
        visit.diagnoses().stream()
                .limit(1)
                .filter(BillableDiagnosis::isExternalCause)
                .forEach(code -> findings.add(
                        FRONT_END_DIAGNOSIS.with(code + " is an external cause, which never comes first.")));
    }

    private void service() {
        var meeting = visit.meeting();
        if (meeting.day().isAfter(today)) {
            findings.add(FRONT_END_FUTURE.with("The visit of " + Words.day(meeting.day()) + " lies in the future."));
        }
        if (rules.fee(meeting).cents() <= 0) {
            findings.add(FRONT_END_CHARGE.with(
                    "No fee is set for " + meeting.code() + " on " + Words.day(meeting.day()) + "."));
        }
    }

    private void practice() {
        var practice = rules.practice();
        if (!practice.address().hasNineDigitZip()) {
            findings.add(FRONT_END_ZIP.with(
                    "The practice's ZIP code " + practice.address().zip() + " has not nine digits."));
        }
        if (practice.address().isPostOfficeBox()) {
            findings.add(FRONT_END_PO_BOX.with("The practice's address is a post-office box."));
        }
        if (!TAXONOMY.matcher(practice.taxonomy()).matches()) {
            findings.add(FRONT_END_TAXONOMY.with("The practice's taxonomy is no code of ten characters."));
        }
        if (!X12Text.isWritable(practice.name())) {
            findings.add(FRONT_END_NAME.with("The practice's name has letters that a claims file cannot carry."));
        }
    }

    private void leader() {
        var leader = visit.meeting().leader();
        if (!TAXONOMY.matcher(leader.taxonomy()).matches()) {
            findings.add(
                    FRONT_END_TAXONOMY.with("The taxonomy of " + leader.name() + " is no code of ten characters."));
        }
        if (leader.npi().equals(rules.practice().npi()) && rules.solo().isEmpty()) {
            findings.add(FRONT_END_RENDERING.with(leader.name() + " is entered with the practice's own NPI."));
        }
        if (!X12Text.isWritable(leader.name().last())) {
            findings.add(FRONT_END_NAME.with("The leader's name has letters that a claims file cannot carry."));
        }
    }

    private void insurance(Visit.Insurance insurance) {
        boolean self = insurance.relationship().equals("18");
        if (!insurance.rank().equals("P")) {
            findings.add(PRIMARY_MISSING.with("%s pays second, and no insurance that pays first is on file for %s."
                    .formatted(insurance.payerName(), Words.day(visit.meeting().day()))));
        }
        if (!self && OF_ONES_OWN.contains(Program.of(insurance.filingCode()))) {
            findings.add(FRONT_END_RELATIONSHIP.with(
                    "The member is entered as a dependent with " + insurance.payerName() + "."));
        }
        if (!X12Text.isWritable(insurance.payerId())) {
            findings.add(FRONT_END_PAYER_ID.with(insurance.payerName() + " has no payer id."));
        }
        if (!X12Text.isWritable(insurance.memberId())) {
            findings.add(
                    FRONT_END_MEMBER_ID.with("The insurance with " + insurance.payerName() + " has no member id."));
        } else if (!X12Text.isKept(insurance.memberId())) {
            findings.add(FRONT_END_MEMBER_ID.with("The member id with " + insurance.payerName()
                    + " has a character that a claims file cannot carry."));
        }
        if (!self && !X12Text.isWritable(insurance.subscriberLast())) {
            findings.add(FRONT_END_NAME.with("The subscriber's name has letters that a claims file cannot carry."));
        }
    }

    private void member() {
        var member = visit.member();
        var name = member.name();
        boolean firstLost = !name.first().isEmpty() && !X12Text.isWritable(name.first());
        if (!X12Text.isWritable(name.last()) || firstLost) {
            findings.add(FRONT_END_NAME.with("The member's name has letters that a claims file cannot carry."));
        }
        if (member.birthDate() == null
                || member.birthDate().isAfter(visit.meeting().day())) {
            findings.add(FRONT_END_BIRTH_DATE.with("The member's date of birth is missing or after the visit."));
        }
        boolean whole = X12Text.isWritable(member.line())
                && X12Text.isWritable(member.city())
                && STATE.matcher(member.state()).matches()
                && ZIP.matcher(member.zip()).matches();
        if (!whole) {
            findings.add(FRONT_END_ADDRESS.with("The member's address is missing or not whole."));
        }
    }

    private void write(Visit.Insurance insurance) {
        try {
            var claim = ClaimForm.fill(NUMBER_TO_TRY_WITH, visit, insurance, Billed.of(visit, rules), rules);
            ClaimForm.header(rules, 1, today.atStartOfDay(), true).refuse(claim);
        } catch (IllegalArgumentException refused) {
            findings.add(FRONT_END_UNWRITABLE.with("The claim cannot be written: " + refused.getMessage() + "."));
        }
    }
}
