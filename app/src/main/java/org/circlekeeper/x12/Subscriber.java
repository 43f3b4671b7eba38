package org.circlekeeper.x12;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whose plan it is (loops 2000B, 2010BA and 2010BB). Address, birth date and sex matter when they are the patient.
 *
 * @param groupNumber SBR03; empty when the card has none
 * @param payerResponsibility SBR01: P primary, S secondary, T tertiary
 * @param filingCode SBR09: CI commercial, BL Blue Cross, MC Medicaid, …
 */
public record Subscriber(
        PersonName name,
        String memberId,
        String groupNumber,
        String payerResponsibility,
        String filingCode,
        PayerParty payer,
        @Nullable PostalAddress address,
        @Nullable LocalDate birthDate,
        @Nullable String sex) {

    private static final List<String> RESPONSIBILITIES = List.of("P", "S", "T");

    /** 2000B SBR09. */
    private static final List<String> FILING_CODES = List.of(
            "11", "12", "13", "14", "15", "16", "17", "AM", "BL", "CH", "CI", "DS", "FI", "HM", "LM", "MA", "MB", "MC",
            "OF", "TV", "VA", "WC", "ZZ");

    static final List<String> SEXES = List.of("F", "M", "U");

    public Subscriber {
        Refuse.name(name, "the subscriber");
        Refuse.foreignPartyId(memberId, "The member id");
        Refuse.otherThan(RESPONSIBILITIES, payerResponsibility, "The payer's turn");
        Refuse.otherThan(FILING_CODES, filingCode, "The claim filing code");
        if (groupNumber.length() > 25 && X12Text.basic(groupNumber).length() > 50) {
            throw new IllegalArgumentException("The group number has at most 50 characters");
        }
        if (address != null) {
            Refuse.address(address, "the subscriber");
        }
        if (sex != null) {
            Refuse.otherThan(SEXES, sex, "The sex of the subscriber");
        }
    }
}
