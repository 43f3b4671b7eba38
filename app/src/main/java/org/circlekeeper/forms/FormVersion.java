package org.circlekeeper.forms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a form in one language. It never changes.
 *
 * @param number counts from 1, alike in every language
 * @param json the FHIR R4 Questionnaire, as it was published, byte for byte in UTF-8
 * @param sha256 of those bytes, in 64 hexadecimal digits
 * @param approval null until somebody says that counsel approved
 */
public record FormVersion(
        FormId form,
        int number,
        Questionnaire questionnaire,
        String json,
        String sha256,
        @Nullable Approval approval) {

    public Language language() {
        return questionnaire.language();
    }

    /** Whether a paper of that day is marked as a draft for counsel. */
    public boolean isDraftOn(LocalDate day) {
        return !questionnaire.isInstrument() && (approval == null || day.isBefore(approval.from()));
    }
}
