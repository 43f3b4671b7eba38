package org.circlekeeper.claims;

import java.util.Locale;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.Finding.Weight;

/** Everything that billing may find wrong with a visit. docs/findings.md is written from this list. */
public enum FindingCode {
    UNMARKED(
            Kind.ALWAYS,
            "Nobody has said whether the member came.",
            "Take attendance",
            "this practice: unmarked is never billed"),
    ABSENT(
            Kind.ALWAYS,
            "The member stayed away.",
            "Correct the attendance if that is wrong",
            "31 U.S.C. 3729(a)(1)(A)"),
    LATE_CANCEL(
            Kind.ALWAYS,
            "The member cancelled late.",
            "Correct the attendance if that is wrong",
            "31 U.S.C. 3729(a)(1)(A)"),
    EXCUSED(
            Kind.ALWAYS,
            "The member was excused.",
            "Correct the attendance if that is wrong",
            "31 U.S.C. 3729(a)(1)(A)"),
    SESSION_OPEN(Kind.ALWAYS, "The sheet of the session is not closed.", "Close the session", "this practice"),
    SESSION_NOT_OVER(
            Kind.ALWAYS,
            "The session has not ended.",
            "Wait until it has ended: then the claim is looked at again",
            "31 U.S.C. 3729(a)(1)(A): what has not been rendered is not claimed"),
    NOTE_UNSIGNED(
            Kind.ALWAYS,
            "The note of the visit is not signed.",
            "Ask the leader to sign the note",
            "42 CFR 424.5(a)(6), Medicare Program Integrity Manual chapter 3, 3.3.2.4"),
    PLAN_RESTRICTED(
            Kind.ALWAYS,
            "The member paid in full and asked that the plan not be told.",
            "Leave it as it is",
            "45 CFR 164.522(a)(1)(vi)"),
    PART2_CONSENT_MISSING(
            Kind.ALWAYS,
            "No consent covers telling the payer of a substance-use group.",
            "Record the signed consent",
            "42 CFR 2.31, 2.33"),
    PAPERS_MISSING(
            Kind.ALWAYS,
            "The member came before the papers of their seat were whole.",
            "Have the papers completed, or waive what is missing with a reason",
            "this practice: consents come before the first session"),

    SELF_PAY(
            Kind.UNBILLABLE,
            "No insurance is on file for the day: there is nobody to bill.",
            "Record the insurance, or collect the fee",
            "this practice"),
    COVERAGE_ENDED(
            Kind.BY_RULE,
            "The insurance had ended before the visit.",
            "Ask the member for the new card",
            "005010X222A1 2010BA"),
    NOT_ENROLLED(
            Kind.BY_RULE,
            "The payer does not know the leader under the practice's NPI on the day.",
            "Correct the enrolment, or have it dated back",
            "42 CFR 424.505"),
    TREATMENT_PLAN_MISSING(
            Kind.BY_RULE, "No treatment plan covers the day.", "Record the signed treatment plan", "the payer's rule"),
    AUTHORIZATION_MISSING(
            Kind.BY_RULE,
            "No prior authorization covers the day.",
            "Ask the payer for an authorization",
            "the payer's rule"),
    AUTHORIZATION_USED_UP(
            Kind.BY_RULE,
            "All visits of the authorization are used.",
            "Ask the payer for more visits",
            "the payer's rule"),
    TOO_MANY_PEOPLE(
            Kind.BY_RULE,
            "More people were in the room than the practice's rule allows.",
            "Look at the sheet and at the rule",
            "this practice"),
    TOO_FEW_PEOPLE(
            Kind.BY_RULE,
            "Fewer people were in the room than the practice's rule asks for.",
            "Look at the sheet and at the rule",
            "this practice"),
    STAYED_SHORT(
            Kind.BY_RULE,
            "The member stayed a shorter time than the practice's rule lets pass.",
            "Look at the visit",
            "this practice"),
    MINUTES_UNKNOWN(
            Kind.BY_RULE,
            "Nobody has said after how many minutes the member came or left, and the practice's rule looks at them.",
            "Correct the attendance with the minutes",
            "this practice"),
    SECOND_VISIT_SAME_DAY(
            Kind.BY_RULE,
            "A second group visit of the member on the same day.",
            "See whether the payer takes two",
            "CMS Medically Unlikely Edits; 42 CFR 424.5(a)(6)"),
    TOO_LATE_TO_FILE(
            Kind.BY_RULE,
            "The payer no longer takes a claim for the day.",
            "Leave it held; or show the payer good cause, and file it all the same",
            "42 CFR 424.44, 447.45(d)"),

    PRIMARY_MISSING(
            Kind.UNBILLABLE,
            "The only insurance on file for the day is one that pays second.",
            "Record the insurance that pays first, or record this one as the first",
            "005010X222A1 2000B SBR01, 2320"),
    NO_DIAGNOSIS(
            Kind.UNBILLABLE,
            "No diagnosis is on file for the day.",
            "Ask the leader for the diagnosis",
            "005010X222A1 2300 HI"),
    FRONT_END_DIAGNOSIS(
            Kind.UNBILLABLE,
            "A diagnosis is no code that may be billed on the day.",
            "Ask the leader for the full code",
            "005010X222A1 2300 HI; ICD-10-CM official guidelines I.B.2"),
    FRONT_END_FUTURE(
            Kind.UNBILLABLE,
            "The visit lies in the future.",
            "Correct the day of the session",
            "005010X222A1 2400 DTP*472"),
    FRONT_END_CHARGE(
            Kind.UNBILLABLE, "No fee is set for the service.", "Set the fee in Settings", "005010X222A1 2400 SV102"),
    FRONT_END_ZIP(
            Kind.UNBILLABLE,
            "The practice's ZIP code has not nine digits.",
            "Add the four last digits under Settings",
            "005010X222A1 2010AA N403"),
    FRONT_END_PO_BOX(
            Kind.UNBILLABLE,
            "The practice's address is a post-office box.",
            "Give the street address under Settings",
            "005010X222A1 2010AA N3"),
    FRONT_END_TAXONOMY(
            Kind.UNBILLABLE,
            "A taxonomy is no code of ten characters.",
            "Correct the taxonomy",
            "005010X222A1 2000A PRV, 2310B PRV"),
    FRONT_END_RENDERING(
            Kind.UNBILLABLE,
            "The leader is entered with the practice's own NPI.",
            "Enter the leader's own NPI",
            "005010X222A1 2310B NM109"),
    FRONT_END_PAYER_ID(
            Kind.UNBILLABLE,
            "The payer has no payer id.",
            "Enter the payer id under Payers",
            "005010X222A1 2010BB NM109"),
    FRONT_END_MEMBER_ID(
            Kind.UNBILLABLE,
            "The insurance has no member id that a claims file can carry.",
            "Copy the member id from the card",
            "005010X222A1 2010BA NM109"),
    FRONT_END_RELATIONSHIP(
            Kind.UNBILLABLE,
            "The insurance is Medicare's or Medicaid's, where nobody is a dependent.",
            "Record the member as the subscriber, with the number of their own card",
            "005010X222A1 2000B SBR02; 42 CFR 406, 407, 435"),
    FRONT_END_NAME(
            Kind.UNBILLABLE,
            "A name has letters that a claims file cannot carry, or none.",
            "Write the name in Latin letters, as on the card",
            "005010X222A1 NM103; X12.6 basic character set"),
    FRONT_END_BIRTH_DATE(
            Kind.UNBILLABLE,
            "The date of birth is missing or after the visit.",
            "Correct the date of birth",
            "005010X222A1 2010BA DMG02"),
    FRONT_END_ADDRESS(
            Kind.UNBILLABLE,
            "The member's address is missing or not whole.",
            "Enter street, city, state and ZIP code",
            "005010X222A1 2010BA N3, N4"),
    FRONT_END_UNWRITABLE(
            Kind.UNBILLABLE,
            "The claim cannot be written as it stands.",
            "Correct what the sentence names",
            "005010X222A1"),

    FILING_DEADLINE(
            Kind.WARNING, "The last day to file comes near.", "Settle what holds it first", "42 CFR 424.44, 447.45(d)");

    /** What a finding does, and who may lift it. */
    public enum Kind {
        /** Holds for every payer; nobody lifts it. */
        ALWAYS(Weight.ALWAYS_HOLDS),
        /** Holds by a rule of payer or practice; a named person may file past it with a reason. */
        BY_RULE(Weight.HOLDS),
        /** Holds because no claim can be made of it; a reason would not help. */
        UNBILLABLE(Weight.HOLDS),
        /** Is told, and stops nothing. */
        WARNING(Weight.WARNS);

        private final Weight weight;

        Kind(Weight weight) {
            this.weight = weight;
        }
    }

    private final Kind kind;
    private final String meaning;
    private final String remedy;
    private final String source;

    FindingCode(Kind kind, String meaning, String remedy, String source) {
        this.kind = kind;
        this.meaning = meaning;
        this.remedy = remedy;
        this.source = source;
    }

    public Kind kind() {
        return kind;
    }

    public Weight weight() {
        return kind.weight;
    }

    public String meaning() {
        return meaning;
    }

    /** The same within another sentence: {@code the note of the visit is not signed}. */
    String inPassing() {
        return Character.toLowerCase(meaning.charAt(0)) + meaning.substring(1, meaning.length() - 1);
    }

    public String remedy() {
        return remedy;
    }

    public String source() {
        return source;
    }

    /** What it is called for ever: {@code note-unsigned}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static FindingCode ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether a person may file past a finding of this code. */
    public static boolean isLiftable(Finding finding) {
        return ofCode(finding.code()).kind == Kind.BY_RULE;
    }

    /** This finding, told with the facts of one visit. */
    Finding with(String sentence) {
        return with(sentence, source);
    }

    Finding with(String sentence, String ruleSource) {
        return new Finding(code(), weight(), Because.of(sentence), remedy, ruleSource);
    }
}
