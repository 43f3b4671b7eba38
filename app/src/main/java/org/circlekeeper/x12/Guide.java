package org.circlekeeper.x12;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.circlekeeper.x12.claimstatus.StatusInquiryExplained;
import org.circlekeeper.x12.eligibility.EligibilityAnswerExplained;
import org.circlekeeper.x12.eligibility.EligibilityInquiryExplained;
import org.circlekeeper.x12.review.ReviewExplained;

/**
 * The guides that we read. A set names its own in ST03 and its group in GS08, with or without the errata behind it
 * (005010X222A1); an 835 has no ST03. A new transaction gets its line here and nowhere else.
 */
enum Guide {
    PROFESSIONAL_CLAIM("837P", "837", "005010X222", "HC", ClaimsExplained::new, Loop.PROFESSIONAL_CLAIM),
    REMITTANCE("835", "835", "005010X221", "HP", RemittanceExplained::new, Loop.REMITTANCE),
    ACKNOWLEDGMENT("999", "999", "005010X231", "FA", AcknowledgmentExplained::new, Loop.ACKNOWLEDGMENT),
    CLAIM_ACKNOWLEDGMENT(
            "277CA", "277", "005010X214", "HN", ClaimAcknowledgmentExplained::new, Loop.CLAIM_ACKNOWLEDGMENT),
    CLAIM_STATUS("277", "277", "005010X212", "HN", ClaimStatusExplained::new, Loop.CLAIM_STATUS),
    STATUS_INQUIRY("276", "276", "005010X212", "HR", StatusInquiryExplained::new, Loop.STATUS_INQUIRY),
    ELIGIBILITY_INQUIRY("270", "270", "005010X279", "HS", EligibilityInquiryExplained::new, Loop.ELIGIBILITY_INQUIRY),
    ELIGIBILITY_ANSWER("271", "271", "005010X279", "HB", EligibilityAnswerExplained::new, Loop.ELIGIBILITY_ANSWER),
    REVIEW("278", "278", "005010X217", "HI", ReviewExplained::new, Loop.REVIEW);

    private final String transaction;
    private final String set;
    private final String version;
    private final String group;
    private final Supplier<SetExplained> explained;
    private final List<Loop> loops;

    Guide(
            String transaction,
            String set,
            String version,
            String group,
            Supplier<SetExplained> explained,
            List<Loop> loops) {
        this.transaction = transaction;
        this.set = set;
        this.version = version;
        this.group = group;
        this.explained = explained;
        this.loops = loops;
    }

    /** The guide of a set, by its ST and the version that {@link #version} found for it. */
    static Optional<Guide> of(Segment st, String version) {
        return Arrays.stream(values())
                .filter(guide -> guide.set.equals(st.element(1)) && guide.isVersion(version))
                .findFirst();
    }

    /** What the set says of itself, or else its group. */
    static String version(Segment st, String versionOfGroup) {
        return st.element(3).isEmpty() ? versionOfGroup : st.element(3);
    }

    /** All that we read, for whoever sends something else. */
    static String all() {
        return Arrays.stream(values())
                .map(guide -> guide.transaction + " (" + guide.version + ")")
                .collect(Collectors.joining(", "));
    }

    /** What people call it: 837P rather than 837, 277CA beside 277. */
    String transaction() {
        return transaction;
    }

    /** GS01 of its groups. */
    String group() {
        return group;
    }

    /** What its loops always hold. */
    List<Loop> loops() {
        return loops;
    }

    SetExplained explained() {
        return explained.get();
    }

    private boolean isVersion(String written) {
        return written.startsWith(version)
                && written.substring(version.length()).matches("([AE]\\d)?");
    }
}
