package org.circlekeeper.eligibility;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.circlekeeper.payers.Program;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.x12.AskedPerson;
import org.circlekeeper.x12.Asker;
import org.circlekeeper.x12.Delimiters;
import org.circlekeeper.x12.Envelope;
import org.circlekeeper.x12.PayerParty;
import org.circlekeeper.x12.eligibility.EligibilityInquiry;
import org.jspecify.annotations.Nullable;

/** Fills in what a 270 (005010X279A1) says: of one person, and of the file around it. Pure. */
final class QuestionForm {

    private static final String SELF = "18";
    private static final String MUTUALLY_DEFINED = "ZZ";

    /** As claims files have it, while no clearinghouse is named. */
    private static final String NO_CLEARINGHOUSE = "OUTBOX";

    /** EQ01: mental health. Most payers look at one service type of a question, and at no procedure. */
    private static final List<String> SERVICE_TYPES = List.of("MH");

    private QuestionForm() {}

    /**
     * Throws IllegalArgumentException with the reason when no payer could read it.
     *
     * @param today a question about today names no day: some payers refuse it
     */
    static EligibilityInquiry fill(Asked asked, Asker provider, Practice practice, Program program, LocalDate today) {
        var question = asked.question();
        boolean self = question.relationship().equals(SELF);
        var member = new AskedPerson(asked.name(), asked.birthDate(), asked.sex());
        return new EligibilityInquiry(
                question.nextTrace(),
                question.nextTrace(),
                "9" + practice.taxId().digits(),
                new PayerParty(asked.payerName(), asked.payerId()),
                provider,
                memberId(question.askedId(), program),
                self ? member : new AskedPerson(subscriber(question.subscriber()), null, null),
                self ? null : member,
                relationship(question.relationship()),
                question.serviceDay().isAfter(today) ? question.serviceDay() : null,
                SERVICE_TYPES,
                null);
    }

    private static PersonName subscriber(@Nullable PersonName name) {
        if (name == null) {
            throw new IllegalArgumentException("The insurance does not name who holds the policy");
        }
        return name;
    }

    /** INS02 knows spouse, child and other; 2000C PAT01 of a claim knows more. */
    private static String relationship(String onFile) {
        return switch (onFile) {
            case "01", "19" -> onFile;
            default -> "34";
        };
    }

    /** As a claim has it: without spaces, and Medicare's and Medicaid's without hyphens. */
    private static String memberId(String onFile, Program program) {
        return switch (program) {
            case MEDICARE, MEDICAID -> onFile.replaceAll("[-\\s]", "");
            case MEDICARE_ADVANTAGE, TRICARE, VA, OTHER_FEDERAL, COMMERCIAL, OTHER -> onFile.replaceAll("\\s", "");
        };
    }

    /** The practice; where somebody works alone under their own number, that person. */
    static Asker asker(Practice practice, List<Practitioner> practitioners) {
        return solo(practice.npi(), practitioners)
                .map(one -> new Asker("", one.name(), practice.npi()))
                .orElseGet(() -> Asker.practice(practice.name(), practice.npi()));
    }

    private static Optional<Practitioner> solo(Npi npi, List<Practitioner> practitioners) {
        return practitioners.stream().filter(one -> one.npi().equals(npi)).findFirst();
    }

    static Envelope envelope(Practice practice, long control, LocalDateTime at, boolean test) {
        return new Envelope(
                MUTUALLY_DEFINED,
                practice.taxId().digits(),
                MUTUALLY_DEFINED,
                NO_CLEARINGHOUSE,
                control,
                control,
                at,
                test,
                Delimiters.USUAL);
    }

    /** Says whose, to whom and when, and nothing of any member. */
    static String fileName(Practice practice, String payerId, LocalDateTime at, long control) {
        return String.format(
                Locale.ROOT,
                "270-%s-%s-%tY%<tm%<td-%09d.edi",
                practice.npi(),
                payerId.replaceAll("[^A-Za-z0-9]", "_"),
                at,
                control);
    }
}
