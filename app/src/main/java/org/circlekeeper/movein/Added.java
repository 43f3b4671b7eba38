package org.circlekeeper.movein;

/** What an import adds elsewhere. */
enum Added {
    PATIENT,
    COVERAGE,
    CONSENT,
    GROUP,
    SERIES,
    SESSION,
    /** Seats on a session that was planned here before. */
    SEATS,
    MEMBERSHIP
}
