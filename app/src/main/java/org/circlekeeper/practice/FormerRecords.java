package org.circlekeeper.practice;

import java.time.LocalDate;
import java.util.List;

/**
 * The owner's attestation that papers of days gone by are held in the records kept before this program. It counts for
 * dates of service up to the day it was signed, and never for presence, signature, authorization, Part 2 consent or
 * enrolment.
 */
public record FormerRecords(String attestedBy, LocalDate on, List<String> covers) {

    public FormerRecords {
        covers = List.copyOf(covers);
    }

    public boolean holdsPlansOf(LocalDate serviceDate) {
        return covers.contains("treatment plans") && !serviceDate.isAfter(on);
    }
}
