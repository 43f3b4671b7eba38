package org.circlekeeper.assistant;

import static org.circlekeeper.assistant.JournalEntry.Kind.ASKED;
import static org.circlekeeper.assistant.JournalEntry.Kind.DID;
import static org.circlekeeper.assistant.JournalEntry.Kind.FAILED;
import static org.circlekeeper.assistant.JournalEntry.Kind.PROPOSED;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The journal on disk. */
@Repository
class JournalStore implements Journal {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    private final JdbcClient db;
    private final Clock clock;

    JournalStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public JournalEntry did(String duty, Step<?> step, String actor) {
        settle(duty, step.key());
        return add(duty, step, DID, step.because(), actor);
    }

    @Override
    public @Nullable JournalEntry failed(String duty, Step<?> step, String sentence) {
        var last = db.sql("""
                        select sentence
                          from assistant.entry
                         where duty = :duty
                           and key = :key
                           and kind = 'failed'
                         order by at desc, id desc
                         limit 1
                        """)
                .param("duty", duty)
                .param("key", step.key())
                .query(String.class)
                .optional();
        if (last.filter(sentence::equals).isPresent()) {
            return null;
        }
        return add(duty, step, FAILED, Because.of(sentence), "Circlekeeper");
    }

    @Override
    public @Nullable JournalEntry asked(String duty, Step<?> step) {
        if (isOpen(duty, step.key())) {
            return null;
        }
        return add(duty, step, step instanceof Step.Ask<?> ? ASKED : PROPOSED, step.because(), "Circlekeeper");
    }

    @Override
    public Set<String> settleAllBut(String duty, Set<String> keys) {
        var open = openKeys(duty, ASKED, PROPOSED);
        var gone = new HashSet<>(open);
        gone.removeAll(keys);
        gone.forEach(key -> settle(duty, key));
        open.retainAll(keys);
        return open;
    }

    @Override
    public List<JournalEntry> open() {
        return db.sql("""
                        select distinct on (duty, key) id, duty, key, kind, sentence, question, href, evidence, at, actor
                          from assistant.entry e
                         where kind in ('asked', 'proposed')
                           and not exists (select from assistant.entry later
                                            where later.duty = e.duty
                                              and later.key = e.key
                                              and later.kind = 'settled'
                                              and later.generation >= e.generation)
                         order by duty, key, at desc
                        """).query(JournalStore::entry).list().stream()
                .sorted(Comparator.comparing(JournalEntry::at).thenComparing(JournalEntry::id))
                .toList();
    }

    @Override
    public List<JournalEntry> doneSince(Instant since, int limit) {
        return db.sql("""
                        select id, duty, key, kind, sentence, question, href, evidence, at, actor
                          from assistant.entry
                         where kind = 'did'
                           and at >= :since
                         order by at desc, id desc
                         limit :limit
                        """)
                .param("since", Timestamp.from(since))
                .param("limit", limit)
                .query(JournalStore::entry)
                .list();
    }

    @Override
    public List<JournalEntry> before(Instant before, int limit) {
        return db.sql("""
                        select id, duty, key, kind, sentence, question, href, evidence, at, actor
                          from assistant.entry
                         where at < :before
                         order by at desc, id desc
                         limit :limit
                        """)
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .query(JournalStore::entry)
                .list();
    }

    @Override
    public Set<String> proposed(String duty) {
        return openKeys(duty, PROPOSED);
    }

    private Set<String> openKeys(String duty, JournalEntry.Kind... kinds) {
        return new HashSet<>(db.sql("""
                        select distinct key
                          from assistant.entry e
                         where duty = :duty
                           and kind in ('asked', 'proposed')
                           and kind = any(:kinds)
                           and not exists (select from assistant.entry later
                                            where later.duty = e.duty
                                              and later.key = e.key
                                              and later.kind = 'settled'
                                              and later.generation >= e.generation)
                        """)
                .param("duty", duty)
                .param("kinds", Stream.of(kinds).map(JournalEntry.Kind::word).toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private boolean isOpen(String duty, String key) {
        return stillAsked(duty, key).isPresent();
    }

    private Optional<String> stillAsked(String duty, String key) {
        return db.sql("""
                        select coalesce(question, sentence)
                          from assistant.entry e
                         where duty = :duty
                           and key = :key
                           and kind in ('asked', 'proposed')
                           and not exists (select from assistant.entry later
                                            where later.duty = e.duty
                                              and later.key = e.key
                                              and later.kind = 'settled'
                                              and later.generation >= e.generation)
                         order by at desc, id desc
                         limit 1
                        """)
                .param("duty", duty)
                .param("key", key)
                .query(String.class)
                .optional();
    }

    private void settle(String duty, String key) {
        stillAsked(duty, key).map(asked -> Because.of("Settled: " + asked)).ifPresent(because -> {
            add(duty, new Step.Act<>(key, key, because), JournalEntry.Kind.SETTLED, because, "Circlekeeper");
        });
    }

    private JournalEntry add(String duty, Step<?> step, JournalEntry.Kind kind, Because because, String actor) {
        var ask = step instanceof Step.Ask<?> asked ? asked : null;
        var entry = new JournalEntry(
                NewId.at(clock.instant()),
                duty,
                step.key(),
                kind,
                because,
                ask == null ? null : ask.question(),
                ask == null ? null : ask.href(),
                clock.instant(),
                actor);
        db.sql("""
                        insert into assistant.entry (id, duty, key, generation, kind, sentence, question, href, evidence, at,
                                                     actor)
                        select :id, :duty, :key, count(*), :kind, :sentence, :question, :href, :evidence::jsonb, :at, :actor
                          from assistant.entry
                         where duty = :duty
                           and key = :key
                           and kind in ('did', 'settled')
                        """)
                .param("id", entry.id())
                .param("duty", duty)
                .param("key", entry.key())
                .param("kind", kind.word())
                .param("sentence", because.sentence())
                .param("question", entry.question())
                .param("href", entry.href())
                .param("evidence", JSON.writeValueAsString(because.evidence()))
                .param("at", Timestamp.from(entry.at()))
                .param("actor", actor)
                .update();
        return entry;
    }

    private static JournalEntry entry(ResultSet row, int number) throws SQLException {
        return new JournalEntry(
                row.getObject("id", UUID.class),
                row.getString("duty"),
                row.getString("key"),
                JournalEntry.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new Because(row.getString("sentence"), JSON.readValue(row.getString("evidence"), EVIDENCE)),
                row.getString("question"),
                row.getString("href"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"));
    }
}
