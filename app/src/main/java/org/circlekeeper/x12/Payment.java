package org.circlekeeper.x12;

import java.time.LocalDate;
import java.util.Set;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * One check, transfer or notice without money (TR3 005010X221A1, the header of an 835).
 *
 * @param amount BPR02; null when it is no amount
 * @param amountAsWritten BPR02 as it stands, for the key that knows a repetition
 * @param method BPR04: ACH, CHK, NON and so on
 * @param dayAsWritten BPR16
 * @param number TRN02: of the check or of the transfer
 * @param payerNumber TRN03
 * @param payer N1*PR
 * @param payee N1*PE
 */
public record Payment(
        @Nullable Money amount,
        String amountAsWritten,
        String method,
        String dayAsWritten,
        String number,
        String payerNumber,
        Party payer,
        Party payee) {

    private static final Set<String> WITHOUT_MONEY = Set.of("NON", "NOP");

    /** A party of a payment, with its NPI or whatever other number the file gives it. */
    public record Party(String name, String qualifier, String number) {

        static final Party NOBODY = new Party("", "", "");
    }

    /** The same for the same payment, however often and under whatever file name it comes. */
    public String duplicateKey() {
        return String.join("|", number, payerNumber, amountAsWritten, dayAsWritten);
    }

    public @Nullable LocalDate day() {
        return ReadValues.day(dayAsWritten);
    }

    /** A notice only, such as of denials, or of a balance that goes to the next check. */
    public boolean isWithoutMoney() {
        return WITHOUT_MONEY.contains(method);
    }
}
