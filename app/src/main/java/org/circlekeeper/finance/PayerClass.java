package org.circlekeeper.finance;

import org.circlekeeper.payers.Program;

/** What may be agreed about money depends on who pays: on the program, and on whether the practice has a contract. */
public enum PayerClass {
    MEDICARE("Medicare"),
    MEDICARE_ADVANTAGE("Medicare Advantage"),
    MEDICAID("Medicaid"),
    FEDERAL("TRICARE, Veterans Affairs or another federal program"),
    IN_NETWORK("a plan that has the practice in its network"),
    OUT_OF_NETWORK("a plan that has the practice outside of its network"),
    NETWORK_UNKNOWN("a plan of which nobody knows whether the practice is in its network"),
    SELF_PAY("no plan: they pay themselves");

    private final String onScreen;

    PayerClass(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    /**
     * The class of an insurance.
     *
     * @param network what the payer said (005010X279A1 EB12): Y inside, N outside; whatever else it says leaves it open
     */
    public static PayerClass of(Program program, String network) {
        return switch (program) {
            case MEDICARE -> MEDICARE;
            case MEDICARE_ADVANTAGE -> MEDICARE_ADVANTAGE;
            case MEDICAID -> MEDICAID;
            case TRICARE, VA, OTHER_FEDERAL -> FEDERAL;
            case COMMERCIAL, OTHER ->
                switch (network) {
                    case "Y" -> IN_NETWORK;
                    case "N" -> OUT_OF_NETWORK;
                    default -> NETWORK_UNKNOWN;
                };
        };
    }
}
