package org.circlekeeper.finance;

/** What a talk about money came to. Which of them is open to somebody, their payer's class says ({@link TalkGuide}). */
public enum Outcome {
    BILL_PLAN("The plan is billed, and they pay their share", Amount.MAY_BE, false),
    ABN_SIGNED("They signed Medicare's notice CMS-R-131", Amount.MAY_BE, true),
    PRIVATE_CONTRACT("They have a private contract with a leader who opted out of Medicare", Amount.NEEDED, true),
    FULL_FEE("They pay the practice's fee", Amount.NONE, false),
    SLIDING_FEE("They pay a fee of the sliding scale", Amount.NEEDED, false),
    HARDSHIP("Their share is reduced for hardship", Amount.MAY_BE, true),
    PAYS_FIRST_TOLD("They said which insurance pays first", Amount.NONE, true),
    CONSENT_ASKED("They are asked for a consent first", Amount.NONE, false),
    PAYER_ASKED("The payer is asked first", Amount.NONE, false),
    WAITS("They wait until it is settled", Amount.NONE, false),
    OTHER_GROUP("They take another group, or none", Amount.NONE, false),
    UNDECIDED("They think it over", Amount.NONE, false);

    private final String onScreen;
    private final Amount amount;
    private final boolean needsBasis;

    Outcome(String onScreen, Amount amount, boolean needsBasis) {
        this.onScreen = onScreen;
        this.amount = amount;
        this.needsBasis = needsBasis;
    }

    /** Whether what they pay a session is part of it. */
    public enum Amount {
        NEEDED,
        MAY_BE,
        NONE
    }

    public String onScreen() {
        return onScreen;
    }

    public Amount amount() {
        return amount;
    }

    /** Whether it rests on a paper, or on a decision that somebody wrote down. */
    public boolean needsBasis() {
        return needsBasis;
    }

    /** Whether it says how visits are paid for. */
    public boolean isAboutPaying() {
        return switch (this) {
            case BILL_PLAN, ABN_SIGNED, PRIVATE_CONTRACT, FULL_FEE, SLIDING_FEE, HARDSHIP -> true;
            case PAYS_FIRST_TOLD, CONSENT_ASKED, PAYER_ASKED, WAITS, OTHER_GROUP, UNDECIDED -> false;
        };
    }

    /** Whether no payer pays for it: each payer in force has to let them. */
    public boolean isPrivate() {
        return this == FULL_FEE || this == SLIDING_FEE || this == PRIVATE_CONTRACT;
    }

    /** Whether visits may begin: it is agreed how they are paid for. Whoever waits, or leaves, agreed on nothing. */
    public boolean letsBegin() {
        return isAboutPaying() || this == PAYS_FIRST_TOLD;
    }

    /** Whether nothing more is to be talked about; else the gap stays open. */
    public boolean settles() {
        return this != PAYER_ASKED && this != CONSENT_ASKED && this != UNDECIDED;
    }
}
