package org.circlekeeper.payers;

/** The kind of payer that a claim filing code (005010X222A1, 2000B SBR09) tells. Rules differ by it. */
public enum Program {
    MEDICARE("Medicare"),
    MEDICARE_ADVANTAGE("Medicare Advantage"),
    MEDICAID("Medicaid"),
    TRICARE("TRICARE"),
    VA("Veterans Affairs"),
    OTHER_FEDERAL("another federal program"),
    COMMERCIAL("commercial"),
    OTHER("another payer");

    private final String onScreen;

    Program(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    /** SBR09 to its program; codes that tell nothing, such as ZZ, are {@link #OTHER}. */
    public static Program of(String filingCode) {
        return switch (filingCode) {
            case "MA", "MB" -> MEDICARE;
            case "16" -> MEDICARE_ADVANTAGE;
            case "MC" -> MEDICAID;
            case "CH" -> TRICARE;
            case "VA" -> VA;
            case "OF" -> OTHER_FEDERAL;
            case "BL", "CI", "FI", "HM", "12", "13", "14", "15", "17" -> COMMERCIAL;
            default -> OTHER;
        };
    }
}
