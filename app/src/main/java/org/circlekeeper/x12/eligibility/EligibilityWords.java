package org.circlekeeper.x12.eligibility;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Short words of our own for the codes of questions and answers about benefits; an unknown code stays a code. */
final class EligibilityWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("15", "something that it needs is missing"),
            Map.entry("33", "a value that it needs is not valid"),
            Map.entry("41", "the practice may not ask"),
            Map.entry("42", "it cannot answer at the moment"),
            Map.entry("43", "the provider's number is missing or not valid"),
            Map.entry("44", "the provider's name is missing or not valid"),
            Map.entry("45", "the provider's specialty is missing or not valid"),
            Map.entry("46", "the provider's phone is missing or not valid"),
            Map.entry("47", "the provider's state is missing or not valid"),
            Map.entry("48", "the number of the referring provider is missing or not valid"),
            Map.entry("50", "the provider may not ask this payer"),
            Map.entry("51", "the provider is not on file"),
            Map.entry("52", "the days are outside of the provider's enrollment"),
            Map.entry("54", "this kind of service is not one that it answers about"),
            Map.entry("56", "the day is not one that it answers about"),
            Map.entry("57", "the day of service is missing or not valid"),
            Map.entry("58", "the birth date is missing or not valid"),
            Map.entry("60", "the birth date is after the day of service"),
            Map.entry("61", "the day of death is before the day of service"),
            Map.entry("62", "the day is too far in the past or the future"),
            Map.entry("63", "the day is in the future"),
            Map.entry("64", "the patient's id is missing or not valid"),
            Map.entry("65", "the patient's name is missing or not valid"),
            Map.entry("66", "the patient's sex is missing or not valid"),
            Map.entry("67", "it does not find the patient"),
            Map.entry("68", "the patient's id belongs to several people"),
            Map.entry("71", "the birth date is not the one it has"),
            Map.entry("72", "the member id is missing or not valid"),
            Map.entry("73", "the subscriber's name is missing or not valid"),
            Map.entry("74", "the subscriber's sex is missing or not valid"),
            Map.entry("75", "it does not find the subscriber"),
            Map.entry("76", "the member id belongs to several people"),
            Map.entry("77", "it finds the subscriber but not the patient"),
            Map.entry("78", "the subscriber is not in this group or plan"),
            Map.entry("79", "the payer's id is not valid"),
            Map.entry("80", "no answer came from the payer"),
            Map.entry("T4", "the payer's name or id is missing"));

    private static final Map<String, String> FOLLOW_UPS = Map.of(
            "C", "Correct it and ask again",
            "N", "Do not ask again",
            "P", "Send the same question again",
            "R", "Ask again later",
            "S", "Do not ask again: the question was passed on",
            "W", "Wait 30 days and ask again",
            "X", "Wait 10 days and ask again",
            "Y", "Do not ask again: the answer follows");

    private EligibilityWords() {}

    static String reason(String code) {
        return REASONS.containsKey(code) ? REASONS.get(code) + " (" + code + ")" : "its reason is " + code;
    }

    /** Without its stop; empty when the payer says nothing. */
    static String followUp(String code) {
        return FOLLOW_UPS.getOrDefault(code, "");
    }

    static String day(LocalDate day) {
        return day.format(DAY);
    }
}
