package org.circlekeeper.x12;

import java.util.stream.Collectors;

/** Says what an STC segment means. */
final class StatusInWords {

    private StatusInWords() {}

    static String status(ClaimAnswer.Status status) {
        var words = status.codes().stream().map(StatusInWords::code).collect(Collectors.joining("; "));
        return status.text().isEmpty() ? words : words + " (\"" + status.text() + "\")";
    }

    static String code(ClaimAnswer.Code code) {
        var entity = code.entity().isEmpty() ? "" : ", about " + Codes.words("NM101", code.entity());
        return code + " " + Codes.words("STC01-1", code.category()) + ", " + Codes.words("STC01-2", code.status())
                + entity;
    }
}
