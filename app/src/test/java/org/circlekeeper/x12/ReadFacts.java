package org.circlekeeper.x12;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.circlekeeper.terms.Money;

/** What three readers of the same file must agree on, claim by claim. */
record ReadFacts(String claimNumber, BigDecimal charge, String payerId, List<String> codes, List<String> days) {

    static ReadFacts written(ProfessionalClaim claim) {
        return new ReadFacts(
                claim.claimNumber(),
                amount(claim.charge()),
                X12Text.basic(claim.subscriber().payer().payerId()),
                claim.lines().stream().map(line -> line.code().value()).toList(),
                claim.lines().stream().map(line -> day(line.serviceDate())).toList());
    }

    static ReadFacts read(ReadClaim claim) {
        return new ReadFacts(
                claim.claimNumber(),
                amount(requireNonNull(claim.charge())),
                claim.payerId(),
                claim.lines().stream().map(ReadClaim.ReadLine::code).toList(),
                claim.lines().stream()
                        .map(line -> day(requireNonNull(line.serviceDate())))
                        .toList());
    }

    static BigDecimal amount(String dollars) {
        return new BigDecimal(dollars).setScale(2);
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static BigDecimal amount(Money money) {
        return BigDecimal.valueOf(money.cents(), 2);
    }
}
