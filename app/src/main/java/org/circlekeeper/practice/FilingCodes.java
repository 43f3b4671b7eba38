package org.circlekeeper.practice;

import java.util.List;
import org.circlekeeper.frame.Choice;

/** Claim filing indicators (005010X222A1, 2000B SBR09) in words: they say which program a payer belongs to. */
public final class FilingCodes {

    public static final List<Choice> ALL = List.of(
            new Choice("CI", "Commercial insurance (CI)"),
            new Choice("BL", "Blue Cross or Blue Shield (BL)"),
            new Choice("12", "Preferred provider organization (12)"),
            new Choice("13", "Point of service (13)"),
            new Choice("14", "Exclusive provider organization (14)"),
            new Choice("15", "Indemnity insurance (15)"),
            new Choice("HM", "Health maintenance organization (HM)"),
            new Choice("MB", "Medicare Part B (MB)"),
            new Choice("16", "Medicare Advantage (16)"),
            new Choice("MC", "Medicaid (MC)"),
            new Choice("CH", "TRICARE (CH)"),
            new Choice("VA", "Veterans Affairs (VA)"),
            new Choice("FI", "Federal employees (FI)"),
            new Choice("OF", "Other federal program (OF)"),
            new Choice("WC", "Workers' compensation (WC)"),
            new Choice("ZZ", "Another kind (ZZ)"));

    private FilingCodes() {}

    public static boolean isKnown(String code) {
        return ALL.stream().anyMatch(choice -> choice.value().equals(code));
    }

    /** The program in words; the bare code when it is not in the list. */
    public static String words(String code) {
        return ALL.stream()
                .filter(choice -> choice.value().equals(code))
                .map(Choice::label)
                .findFirst()
                .orElse(code);
    }
}
