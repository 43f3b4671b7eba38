package org.circlekeeper.intake;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.forms.Language;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.MembershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Packets of members, on disk. */
@Repository
class MemberPacketStore {

    private static final String PACKETS = """
            select k.id as packet_id, k.membership_id, k.language as packet_language, k.sent_at, k.asked_at, k.whole_at,
            """ + MemberPaperStore.COLUMNS + """
              from intake.packet k
              join intake.packet_paper kp on kp.practice_id = k.practice_id and kp.packet_id = k.id
              join intake.paper p on p.practice_id = kp.practice_id and p.id = kp.paper_id
            """;

    private static final String IN_ORDER = " order by k.sent_at, k.id, kp.place";

    private final JdbcClient db;

    MemberPacketStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Packet> find(PacketId id) {
        return packets(db.sql(PACKETS + " where k.id = :id" + IN_ORDER).param("id", id.value())).stream()
                .findFirst();
    }

    List<Packet> of(PatientId patient) {
        return packets(
                db.sql(PACKETS + " where k.patient_id = :patient" + IN_ORDER).param("patient", patient.value()));
    }

    /** Those of these seats. */
    List<Packet> of(Collection<MembershipId> seats) {
        return packets(db.sql(PACKETS + " where k.membership_id = any(:seats)" + IN_ORDER)
                .param("seats", seats.stream().map(MembershipId::value).toArray(UUID[]::new)));
    }

    /** Those that are not whole. */
    List<Packet> open() {
        return packets(db.sql(PACKETS + " where k.whole_at is null" + IN_ORDER));
    }

    /** Those that ask for a paper of this member. */
    List<Packet> with(PaperId paper) {
        return packets(db.sql(PACKETS + """
                         where k.id in (select packet_id
                                          from intake.packet_paper
                                         where paper_id = :paper)
                        """ + IN_ORDER).param("paper", paper.value()));
    }

    /** Of these seats, those for which a packet was given. */
    Set<MembershipId> given(Collection<MembershipId> memberships) {
        return db
                .sql("select membership_id from intake.packet where membership_id = any(:ids)")
                .param("ids", memberships.stream().map(MembershipId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(MembershipId::new)
                .collect(toSet());
    }

    /** False when somebody gave one for this seat before; then nothing is added. */
    boolean add(PacketId id, PatientId patient, MembershipId membership, Language language, String by, Instant at) {
        return db.sql("""
                        insert into intake.packet (id, patient_id, membership_id, language, sent_by, sent_at,
                                                   asked_at)
                        values (:id, :patient, :membership, :language, :by, :at, :at)
                        on conflict (practice_id, membership_id) do nothing
                        """)
                        .param("id", id.value())
                        .param("patient", patient.value())
                        .param("membership", membership.value())
                        .param("language", language.tag())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void put(PacketId packet, PaperId paper, int place) {
        db.sql("""
                        insert into intake.packet_paper (packet_id, paper_id, place)
                        values (:packet, :paper, :place)
                        on conflict do nothing
                        """)
                .param("packet", packet.value())
                .param("paper", paper.value())
                .param("place", place)
                .update();
    }

    /** From now on every packet that asked for the one asks for the other. */
    void exchange(PaperId old, PaperId fresh) {
        db.sql("""
                        insert into intake.packet_paper (packet_id, paper_id, place)
                        select packet_id, :fresh, place
                          from intake.packet_paper
                         where paper_id = :old
                            on conflict do nothing
                        """).param("old", old.value()).param("fresh", fresh.value()).update();
        db.sql("delete from intake.packet_paper where paper_id = :old")
                .param("old", old.value())
                .update();
    }

    void whole(PacketId id, Instant at) {
        db.sql("update intake.packet set whole_at = :at where id = :id and whole_at is null")
                .param("id", id.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** One that was whole asks again from that moment on; nothing changes for one that was not. */
    boolean notWhole(PacketId id, Instant at) {
        return db.sql("""
                        update intake.packet
                           set whole_at = null, asked_at = :at
                         where id = :id
                           and whole_at is not null
                        """)
                        .param("id", id.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** The days of the reminders are counted from that moment on. */
    void askAgain(PacketId id, Instant at) {
        db.sql("update intake.packet set whole_at = null, asked_at = :at where id = :id")
                .param("id", id.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static List<Packet> packets(StatementSpec question) {
        var found = new LinkedHashMap<PacketId, Packet>();
        question.query((row, number) -> packet(row, number))
                .list()
                .forEach(one -> found.merge(one.id(), one, MemberPacketStore::together));
        return new ArrayList<>(found.values());
    }

    private static Packet together(Packet one, Packet other) {
        var papers = new ArrayList<>(one.papers());
        papers.addAll(other.papers());
        return new Packet(
                one.id(),
                one.patient(),
                one.membership(),
                one.language(),
                one.sentAt(),
                one.askedAt(),
                one.wholeAt(),
                papers);
    }

    /** A packet with one of its papers. */
    private static Packet packet(ResultSet row, int number) throws SQLException {
        var whole = row.getTimestamp("whole_at");
        return new Packet(
                new PacketId(row.getObject("packet_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new MembershipId(row.getObject("membership_id", UUID.class)),
                Language.tagged(row.getString("packet_language")).orElseThrow(),
                row.getTimestamp("sent_at").toInstant(),
                row.getTimestamp("asked_at").toInstant(),
                whole == null ? null : whole.toInstant(),
                List.of(MemberPaperStore.paper(row, number)));
    }
}
