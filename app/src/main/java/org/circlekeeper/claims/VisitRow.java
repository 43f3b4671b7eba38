package org.circlekeeper.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.scheduling.SessionId;
import org.jspecify.annotations.Nullable;

/** One row of {@link ClaimVisitStore}'s question: a seat and its claim, without what lies behind them. */
record VisitRow(
        UUID encounter,
        SessionId session,
        UUID patient,
        Presence presence,
        @Nullable String recordedBy,
        @Nullable Integer minutes,
        @Nullable String place,
        boolean heardOnly,
        boolean noteSigned,
        Visit.@Nullable Standing claim) {

    static VisitRow read(ResultSet row, int number) throws SQLException {
        return new VisitRow(
                row.getObject("encounter_id", UUID.class),
                new SessionId(row.getObject("session_id", UUID.class)),
                row.getObject("patient_id", UUID.class),
                Presence.valueOf(row.getString("presence")),
                row.getString("recorded_by"),
                row.getObject("minutes", Integer.class),
                row.getString("place_of_service"),
                row.getBoolean("heard_only"),
                row.getBoolean("note_signed"),
                claim(row));
    }

    /** The visit, not knowing yet of the others of its day. */
    Visit on(PaperShelf shelf) {
        var meeting = shelf.meeting(session).at(place, heardOnly);
        var papers = shelf.of(patient);
        var insurance = papers.insuranceOn(meeting.day()).orElse(null);
        return new Visit(
                encounter,
                meeting,
                papers.member(),
                presence,
                recordedBy,
                minutes,
                insurance,
                papers.diagnosesOn(meeting.day()),
                noteSigned,
                papers.planFrom(meeting.day()).orElse(null),
                insurance == null
                        ? null
                        : papers.authorizationFor(insurance, meeting, encounter).orElse(null),
                false,
                Set.of(),
                claim);
    }

    private static Visit.@Nullable Standing claim(ResultSet row) throws SQLException {
        var id = row.getObject("claim_id", UUID.class);
        return id == null
                ? null
                : new Visit.Standing(
                        new ClaimId(id),
                        row.getString("claim_number"),
                        ClaimStatus.valueOf(row.getString("claim_status")),
                        row.getInt("revision"),
                        row.getString("digest"),
                        row.getString("claim_authorization"),
                        reason(row));
    }

    private static Visit.@Nullable Reason reason(ResultSet row) throws SQLException {
        return row.getBoolean("for_denial")
                ? new Visit.Reason(row.getObject("denial_payer", UUID.class), Set.of((String[])
                        row.getArray("denial_codes").getArray()))
                : null;
    }
}
