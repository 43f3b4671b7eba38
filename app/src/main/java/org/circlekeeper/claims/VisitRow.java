package org.circlekeeper.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/** One row of {@link ClaimVisitStore}'s question as a visit, not knowing yet of the others of its day. */
final class VisitRow {

    private VisitRow() {}

    static Visit read(ResultSet row, int number) throws SQLException {
        return new Visit(
                row.getObject("encounter_id", UUID.class),
                meeting(row),
                member(row),
                Presence.valueOf(row.getString("presence")),
                row.getString("recorded_by"),
                row.getObject("minutes", Integer.class),
                insurance(row),
                diagnoses(row),
                row.getBoolean("note_signed"),
                row.getObject("plan_from", LocalDate.class),
                authorization(row),
                false,
                Set.of(),
                claim(row));
    }

    private static Visit.Meeting meeting(ResultSet row) throws SQLException {
        boolean planned = row.getString("session_status").equals("PLANNED");
        return new Visit.Meeting(
                new SessionId(row.getObject("session_id", UUID.class)),
                row.getObject("service_date", LocalDate.class),
                planned,
                row.getBoolean("closed"),
                0,
                row.getString("group_name"),
                new ProcedureCode(row.getString("code")),
                row.getString("place_of_service"),
                new Visit.Leader(
                        new PractitionerId(row.getObject("leader_id", UUID.class)),
                        new PersonName(
                                row.getString("leader_first"),
                                row.getString("leader_middle"),
                                row.getString("leader_last")),
                        new Npi(row.getString("leader_npi")),
                        row.getString("leader_taxonomy")));
    }

    private static Visit.Member member(ResultSet row) throws SQLException {
        return new Visit.Member(
                row.getObject("patient_id", UUID.class),
                new PersonName(row.getString("first_name"), row.getString("middle_name"), row.getString("last_name")),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("line"),
                row.getString("line2"),
                row.getString("city"),
                row.getString("state"),
                row.getString("zip"));
    }

    private static Visit.@Nullable Insurance insurance(ResultSet row) throws SQLException {
        var id = row.getObject("coverage_id", UUID.class);
        return id == null
                ? null
                : new Visit.Insurance(
                        id,
                        row.getObject("payer", UUID.class),
                        row.getString("payer_name"),
                        row.getString("payer_code"),
                        row.getString("filing_code"),
                        row.getString("rank"),
                        row.getString("member_id"),
                        row.getString("group_number"),
                        row.getString("relationship"),
                        row.getString("subscriber_first"),
                        row.getString("subscriber_last"),
                        row.getObject("insured_until", LocalDate.class));
    }

    /** A diagnosis that was recorded twice is told once; a claim takes twelve (TR3 2300 HI). */
    private static List<String> diagnoses(ResultSet row) throws SQLException {
        var codes = row.getArray("diagnoses");
        return codes == null
                ? List.of()
                : Arrays.stream((String[]) codes.getArray())
                        .distinct()
                        .limit(12)
                        .toList();
    }

    private static Visit.@Nullable Authorized authorization(ResultSet row) throws SQLException {
        var number = row.getString("authorization_number");
        return number == null
                ? null
                : new Visit.Authorized(number, row.getInt("authorized_units"), row.getInt("authorized_used"));
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
                        row.getBoolean("for_denial"));
    }
}
