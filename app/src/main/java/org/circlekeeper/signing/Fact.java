package org.circlekeeper.signing;

import java.util.Locale;

/**
 * One thing that the evidence of a signature says. The names stand in sealed records and stay for ever; each has its
 * words in {@code evidence_en.properties} and {@code evidence_es.properties}.
 */
public enum Fact {
    FORM,
    VERSION,
    LANGUAGE,
    PATIENT,
    WHAT,
    PAPER_OPTION,
    WITHDRAWAL,
    NEEDED,
    SCOPE,
    SIGNER,
    SIGNER_NAME,
    TYPED_NAME,
    BUTTON,
    SIGNED_AT,
    CAPACITY,
    AUTHORITY,
    AUTHENTICATED_BY,
    AUTHENTICATED_AT,
    AGREED_TO_ELECTRONIC,
    ADDRESS,
    USER_AGENT,
    SIGN_IN_SHA256,
    SCREENS,
    SHOWN_SHA256,
    FIELDS_SHA256,
    CONTENT_SHA256,
    DOCUMENT,
    DOCUMENT_SHA256,
    SIGNED_ON,
    SIGNED_BY,
    WITNESS,
    RECORDED_BY,
    CHANNEL,
    DELIVERED_AT,
    WITHDRAWN_BY,
    WHY;

    /** As sealed records and the files of words call it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
