package org.circlekeeper.x12;

/** Says in one sentence who paid whom, how much and how. */
final class PaymentInWords {

    private PaymentInWords() {}

    static String sentence(Payment payment) {
        var who = payment.payer().name().isEmpty() ? "A payer" : payment.payer().name();
        var whom = payment.payee().name().isEmpty() ? "" : " " + payment.payee().name();
        var when = payment.dayAsWritten().isEmpty() ? "" : " on " + ValuesInWords.day(payment.dayAsWritten());
        if (payment.isWithoutMoney()) {
            return who + " tells" + whom + when + " about claims without paying, under the number " + payment.number()
                    + ".";
        }
        return who + " paid" + whom + " " + ValuesInWords.money(payment.amountAsWritten()) + when + ", "
                + method(payment.method()) + " " + payment.number() + ".";
    }

    private static String method(String code) {
        return switch (code) {
            case "ACH" -> "by bank transfer";
            case "CHK" -> "by check";
            case "FWT" -> "by wire";
            case "BOP" -> "in the way it chose, number";
            default -> "in the way " + code + ", number";
        };
    }
}
