package org.circlekeeper.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.forms.Language;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.MembershipId;
import org.jspecify.annotations.Nullable;

/**
 * What one member was given to fill in or sign for one seat.
 *
 * @param askedAt since when something is missing: since it was given, or since a paper of it no longer holds
 * @param wholeAt when the last paper was settled; null while something is open
 */
public record Packet(
        PacketId id,
        PatientId patient,
        MembershipId membership,
        Language language,
        Instant sentAt,
        Instant askedAt,
        @Nullable Instant wholeAt,
        List<Paper> papers) {

    public Packet {
        papers = List.copyOf(papers);
    }

    /** The papers that are not settled on that day, in the order in which they are asked for. */
    public List<Paper> missing(LocalDate day) {
        return papers.stream().filter(paper -> !paper.completes(day)).toList();
    }

    /** Whether the member can do anything about it: whoever refused is talked to by a person. */
    public boolean waitsForMember(LocalDate day) {
        return missing(day).stream().anyMatch(paper -> paper.status().isOpen());
    }

    /** How far it is, as in {@code 7 of 9}. */
    public String progress(LocalDate day) {
        return papers.size() - missing(day).size() + " of " + papers.size();
    }
}
