package org.circlekeeper.movein;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.movein.plan.Kept;
import org.circlekeeper.movein.plan.Known;
import org.circlekeeper.movein.read.Column;
import org.circlekeeper.movein.read.Kind;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Source rows and remembered headers on disk, and the names of everyone here. */
@Repository
class RowStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final JsonMapper json = JsonMapper.shared();

    RowStore(JdbcClient db) {
        this.db = db;
    }

    /** A row as it is kept. */
    record Line(
            Kind kind,
            String key,
            Map<String, String> said,
            @Nullable UUID patient,
            @Nullable UUID session) {}

    Map<Kind, Map<String, Kept>> rows() {
        var rows = new EnumMap<Kind, Map<String, Kept>>(Kind.class);
        db.sql("select kind, key, said, patient_id, session_id from movein.source_row")
                .query(row -> {
                    rows.computeIfAbsent(Kind.valueOf(row.getString("kind")), _ -> new HashMap<>())
                            .put(row.getString("key"), kept(row));
                });
        return rows;
    }

    private Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                json.readValue(row.getString("said"), TEXTS),
                row.getObject("patient_id", UUID.class),
                row.getObject("session_id", UUID.class));
    }

    void keep(List<Line> lines, UUID importId) {
        for (int from = 0; from < lines.size(); from += BATCH) {
            keepSome(lines.subList(from, Math.min(lines.size(), from + BATCH)), importId);
        }
    }

    private void keepSome(List<Line> lines, UUID importId) {
        var said =
                lines.stream().map(line -> json.writeValueAsString(line.said())).toList();
        db.sql("""
                        insert into movein.source_row (kind, key, hash, said, patient_id, session_id, import_id)
                        select kind, key, decode(hash, 'hex'), said::jsonb, patient_id, session_id, :import
                          from unnest(:kinds::text[], :keys::text[], :hashes::text[], :said::text[], :patients::uuid[],
                                      :sessions::uuid[]) as line (kind, key, hash, said, patient_id, session_id)
                        on conflict (practice_id, kind, key) do update
                           set hash = excluded.hash, said = excluded.said
                        """)
                .param("import", importId)
                .param("kinds", lines.stream().map(line -> line.kind().name()).toArray(String[]::new))
                .param("keys", lines.stream().map(Line::key).toArray(String[]::new))
                .param("hashes", said.stream().map(Sha256::hex).toArray(String[]::new))
                .param("said", said.toArray(String[]::new))
                .param("patients", lines.stream().map(Line::patient).toArray(UUID[]::new))
                .param("sessions", lines.stream().map(Line::session).toArray(UUID[]::new))
                .update();
    }

    int forget(UUID importId) {
        return db.sql("delete from movein.source_row where import_id = :import")
                .param("import", importId)
                .update();
    }

    Map<Kind, Map<Column, String>> headers() {
        var headers = new EnumMap<Kind, Map<Column, String>>(Kind.class);
        db.sql("select kind, field, header from movein.header").query(row -> {
            headers.computeIfAbsent(Kind.valueOf(row.getString("kind")), _ -> new EnumMap<>(Column.class))
                    .put(Column.valueOf(row.getString("field")), row.getString("header"));
        });
        return headers;
    }

    void remember(Kind kind, Map<Column, String> headers) {
        headers.forEach((column, header) -> db.sql("""
                        insert into movein.header (kind, field, header)
                        values (:kind, :field, :header)
                        on conflict (practice_id, kind, field) do update
                           set header = excluded.header
                        """)
                .param("kind", kind.name())
                .param("field", column.name())
                .param("header", header)
                .update());
    }

    /** Everyone here by the id of the system before. */
    Map<String, PatientId> patients() {
        var patients = new HashMap<String, PatientId>();
        db.sql("select id, external_id from patients.patient_facts where external_id is not null")
                .query(row -> {
                    patients.put(row.getString("external_id"), new PatientId(row.getObject("id", UUID.class)));
                });
        return patients;
    }

    /** Everyone here by name and birth date, and how each is called. */
    Map<Known.Someone, String> people() {
        var people = new HashMap<Known.Someone, String>();
        db.sql("select external_id, first_name, last_name, birth_date from patients.patient_facts")
                .query(row -> {
                    var external = row.getString("external_id");
                    people.put(
                            Known.Someone.of(
                                    new PersonName(row.getString("first_name"), row.getString("last_name")),
                                    row.getObject("birth_date", LocalDate.class)),
                            external == null ? "a member who is here already" : external);
                });
        return people;
    }

    /** What the sheets of these sessions say already. */
    Map<SessionId, Known.OnSheet> sheets(Collection<SessionId> sessions) {
        var ids = sessions.stream().map(SessionId::value).toArray(UUID[]::new);
        var closed = new HashMap<UUID, Boolean>();
        db.sql("select session_id, source from attendance.closing_facts where session_id = any(:ids)")
                .param("ids", ids)
                .query(row -> {
                    closed.put(
                            row.getObject("session_id", UUID.class),
                            row.getString("source").equals("import"));
                });
        var seats = new HashMap<SessionId, Map<PatientId, Presence>>();
        db.sql("""
                        select session_id, patient_id, presence
                          from attendance.encounter_facts
                         where session_id = any(:ids)
                        """).param("ids", ids).query(row -> {
            seats.computeIfAbsent(new SessionId(row.getObject("session_id", UUID.class)), _ -> new HashMap<>())
                    .put(
                            new PatientId(row.getObject("patient_id", UUID.class)),
                            Presence.valueOf(row.getString("presence")));
        });
        var sheets = new HashMap<SessionId, Known.OnSheet>();
        sessions.forEach(id -> sheets.put(
                id,
                new Known.OnSheet(
                        closed.containsKey(id.value()),
                        closed.getOrDefault(id.value(), false),
                        seats.getOrDefault(id, Map.of()))));
        return sheets;
    }

    /** Whether the practice in scope has been opened, and not only named. */
    boolean isOpen() {
        return db.sql("select exists (select from practice.practice_facts)")
                .query(Boolean.class)
                .single();
    }
}
