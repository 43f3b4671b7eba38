package org.circlekeeper.waitlist;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What screening found and what therapists decided, on disk. */
@Repository
class ScreeningStore {

    private static final String COLUMNS = """
            select entry_id, criterion_id, found, words, answered_by, answered_at
              from waitlist.answer
            """;

    private static final String FIT_IN = """
            select d.entry_id, g.group_id
              from waitlist.decision d
              join waitlist.decision_group g on g.decision_id = d.id
             where d.decision = 'FIT'
               and not exists (select
                                 from waitlist.decision later
                                where later.entry_id = d.entry_id
                                  and (later.decided_at, later.id) > (d.decided_at, d.id))
            """;

    private final JdbcClient db;

    ScreeningStore(JdbcClient db) {
        this.db = db;
    }

    /** The answers about one entry, by criterion. */
    Map<UUID, Answer> answers(EntryId entry) {
        return read(db.sql(COLUMNS + " where entry_id = :entry").param("entry", entry.value()))
                .getOrDefault(entry, Map.of());
    }

    /** The answers about everybody whose entry is not closed. */
    Map<EntryId, Map<UUID, Answer>> answers() {
        return read(db.sql(COLUMNS + """
                 where entry_id in (select id
                                      from waitlist.entry
                                     where status not in ('ENROLLED', 'COMES', 'NOT_FIT', 'WITHDRAWN',
                                                          'UNREACHABLE', 'TRANSFERRED'))
                """));
    }

    private static Map<EntryId, Map<UUID, Answer>> read(JdbcClient.StatementSpec asked) {
        var found = new HashMap<EntryId, Map<UUID, Answer>>();
        asked.query(row -> {
            var answer = new Answer(
                    row.getObject("criterion_id", UUID.class),
                    Answer.Found.valueOf(row.getString("found")),
                    row.getString("words"),
                    row.getString("answered_by"),
                    row.getTimestamp("answered_at").toInstant());
            found.computeIfAbsent(new EntryId(row.getObject("entry_id", UUID.class)), _ -> new HashMap<>())
                    .put(answer.criterion(), answer);
        });
        return found;
    }

    void answer(EntryId entry, List<Answer> answers) {
        answers.forEach(answer -> db.sql("""
                        insert into waitlist.answer (entry_id, criterion_id, found, words, part2, answered_by, answered_at)
                        select e.id, :criterion, :found, :words, e.part2, :by, :at
                          from waitlist.entry e
                         where e.id = :entry
                            on conflict (practice_id, entry_id, criterion_id)
                            do update set found = excluded.found, words = excluded.words,
                                          answered_by = excluded.answered_by, answered_at = excluded.answered_at
                        """)
                .param("entry", entry.value())
                .param("criterion", answer.criterion())
                .param("found", answer.found().name())
                .param("words", answer.words())
                .param("by", answer.by())
                .param("at", Timestamp.from(answer.at()))
                .update());
    }

    void decide(EntryId entry, Decision decision, Actor.Person by) {
        var id = NewId.at(decision.at());
        db.sql("""
                        insert into waitlist.decision (id, entry_id, decision, words, part2, person_id, decided_by,
                                                       decided_at)
                        select :id, e.id, :decision, :words, e.part2, :person, :by, :at
                          from waitlist.entry e
                         where e.id = :entry
                        """)
                .param("id", id)
                .param("entry", entry.value())
                .param("decision", decision.decision().name())
                .param("words", decision.words())
                .param("person", by.id().value())
                .param("by", decision.by())
                .param("at", Timestamp.from(decision.at()))
                .update();
        decision.groups().forEach(group -> names(id, group));
    }

    private void names(UUID decision, GroupId group) {
        db.sql("""
                        insert into waitlist.decision_group (decision_id, group_id, part2)
                        select d.id, :group, d.part2
                          from waitlist.decision d
                         where d.id = :decision
                        """).param("decision", decision).param("group", group.value()).update();
    }

    /** The groups that the last word about an entry names, when it was a fit. */
    Set<GroupId> fitIn(EntryId entry) {
        return fitIn(db.sql(FIT_IN + " and d.entry_id = :entry").param("entry", entry.value()))
                .getOrDefault(entry, Set.of());
    }

    /** The same of everybody whose last word names groups. */
    Map<EntryId, Set<GroupId>> fitIn() {
        return fitIn(db.sql(FIT_IN));
    }

    private static Map<EntryId, Set<GroupId>> fitIn(JdbcClient.StatementSpec asked) {
        var found = new HashMap<EntryId, Set<GroupId>>();
        asked.query(row -> {
            found.computeIfAbsent(new EntryId(row.getObject("entry_id", UUID.class)), _ -> new HashSet<>())
                    .add(new GroupId(row.getObject("group_id", UUID.class)));
        });
        return found;
    }

    List<Decision> decisions(EntryId entry) {
        return db.sql("""
                        select d.decision, d.words, d.decided_by, d.decided_at,
                               array(select g.group_id
                                       from waitlist.decision_group g
                                      where g.decision_id = d.id) as groups
                          from waitlist.decision d
                         where d.entry_id = :entry
                         order by d.decided_at desc, d.id desc
                         limit 50
                        """)
                .param("entry", entry.value())
                .query(ScreeningStore::decision)
                .list();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        var groups = Arrays.stream((UUID[]) row.getArray("groups").getArray())
                .map(GroupId::new)
                .collect(toSet());
        return new Decision(
                FitDecision.valueOf(row.getString("decision")),
                groups,
                row.getString("words"),
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant());
    }
}
