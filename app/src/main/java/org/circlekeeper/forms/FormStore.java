package org.circlekeeper.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.circlekeeper.forms.Form.Publication;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forms, what was published of them, and the practice's own words, on disk. */
@Repository
class FormStore {

    private final JdbcClient db;

    FormStore(JdbcClient db) {
        this.db = db;
    }

    /** A version in one language, as it was published. */
    record Published(
            int number,
            String json,
            String sha256,
            @Nullable Approval approval) {}

    private record Line(FormId form, Publication publication) {}

    List<Form> all() {
        var versions = db.sql("""
                        select publication.form_id, publication.number, says, instrument, published_by,
                               published_at, counsel, approved_on, holds_from, approval.recorded_by,
                               (select array_agg(version.language order by version.language)
                                  from forms.version
                                 where version.form_id = publication.form_id
                                   and version.number = publication.number) as languages
                          from forms.publication
                          left join forms.approval
                            on approval.form_id = publication.form_id
                           and approval.number = publication.number
                         order by publication.form_id, publication.number desc
                        """).query(FormStore::line).list().stream()
                .collect(Collectors.groupingBy(Line::form, Collectors.mapping(Line::publication, Collectors.toList())));
        return db.sql("select id, kind, title, status, two_sign from forms.form order by title, id")
                .query((row, _) -> {
                    var id = new FormId(row.getString("id"));
                    return new Form(
                            id,
                            Kind.valueOf(row.getString("kind")),
                            row.getString("title"),
                            FormStatus.valueOf(row.getString("status")),
                            row.getBoolean("two_sign"),
                            versions.getOrDefault(id, List.of()));
                })
                .list();
    }

    Optional<Published> published(FormId form, int number, Language language) {
        return db.sql("""
                        select version.number, questionnaire, sha256, counsel, approved_on, holds_from, recorded_by
                          from forms.version
                          left join forms.approval
                            on approval.form_id = version.form_id
                           and approval.number = version.number
                         where version.form_id = :form
                           and version.number = :number
                           and version.language = :language
                        """)
                .param("form", form.value())
                .param("number", number)
                .param("language", language.name())
                .query((row, _) -> new Published(
                        row.getInt("number"), row.getString("questionnaire"), row.getString("sha256"), approval(row)))
                .optional();
    }

    /** What is given out now, in each language. */
    List<String> currentTexts() {
        return db.sql("""
                        select questionnaire
                          from forms.version
                          join forms.form on form.id = version.form_id
                         where form.status = 'IN_USE'
                           and version.number = (select max(publication.number)
                                                   from forms.publication
                                                  where publication.form_id = version.form_id)
                        """).query(String.class).list();
    }

    /** False when a form of that name is there. */
    boolean add(FormId form, Kind kind, String title, String by, Instant now) {
        return db.sql("""
                        insert into forms.form (id, kind, title, status, added_by, added_at)
                        values (:id, :kind, :title, 'DRAFT', :by, :now)
                        on conflict (practice_id, id) do nothing
                        """)
                        .param("id", form.value())
                        .param("kind", kind.name())
                        .param("title", title)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** False when it was said before. */
    boolean setTwoSign(FormId form, boolean two) {
        return db.sql("update forms.form set two_sign = :two where id = :id and two_sign <> :two")
                        .param("two", two)
                        .param("id", form.value())
                        .update()
                == 1;
    }

    /** Holds a form until the transaction ends: what is published or retired meanwhile waits. */
    Optional<FormStatus> lock(FormId form) {
        return db.sql("select status from forms.form where id = :id for update")
                .param("id", form.value())
                .query((row, _) -> FormStatus.valueOf(row.getString("status")))
                .optional();
    }

    /** False when it does not stand like that any more. */
    boolean move(FormId form, FormStatus from, FormStatus to, String why, String by, UUID id, Instant now) {
        if (!from.next().contains(to)) {
            throw new IllegalArgumentException("No form goes from " + from + " to " + to);
        }
        boolean moved = db.sql("update forms.form set status = :to where id = :id and status = :from")
                        .param("id", form.value())
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
        if (moved) {
            db.sql("""
                            insert into forms.form_move (id, form_id, from_status, to_status, why, moved_by, moved_at)
                            values (:id, :form, :from, :to, :why, :by, :now)
                            """)
                    .param("id", id)
                    .param("form", form.value())
                    .param("from", from.name())
                    .param("to", to.name())
                    .param("why", why)
                    .param("by", by)
                    .param("now", Timestamp.from(now))
                    .update();
        }
        return moved;
    }

    int lastNumber(FormId form) {
        return db.sql("select coalesce(max(number), 0) from forms.publication where form_id = :form")
                .param("form", form.value())
                .query(Integer.class)
                .single();
    }

    void publish(FormId form, int number, Questionnaire first, String says, String by, Instant now) {
        db.sql("""
                        insert into forms.publication (form_id, number, says, instrument, published_by, published_at)
                        values (:form, :number, :says, :instrument, :by, :now)
                        """)
                .param("form", form.value())
                .param("number", number)
                .param("says", says)
                .param("instrument", first.isInstrument())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
        db.sql("update forms.form set title = :title where id = :form")
                .param("form", form.value())
                .param("title", first.title())
                .update();
    }

    void keep(FormId form, int number, Language language, String json, String sha256) {
        db.sql("""
                        insert into forms.version (form_id, number, language, questionnaire, sha256)
                        values (:form, :number, :language, :json, :sha256)
                        """)
                .param("form", form.value())
                .param("number", number)
                .param("language", language.name())
                .param("json", json)
                .param("sha256", sha256)
                .update();
    }

    /** False when somebody said so before. */
    boolean approve(FormId form, int number, Approval approval, Instant now) {
        return db.sql("""
                        insert into forms.approval (form_id, number, counsel, approved_on, holds_from, recorded_by,
                                                    recorded_at)
                        values (:form, :number, :counsel, :on, :from, :by, :now)
                        on conflict (practice_id, form_id, number) do nothing
                        """)
                        .param("form", form.value())
                        .param("number", number)
                        .param("counsel", approval.counsel())
                        .param("on", approval.on())
                        .param("from", approval.from())
                        .param("by", approval.saidBy())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Map<String, String> words() {
        var words = new HashMap<String, String>();
        db.sql("select name, value from forms.word order by name")
                .query((row, _) -> words.put(row.getString("name"), row.getString("value")))
                .list();
        return words;
    }

    void word(String name, String value, String by, Instant now) {
        db.sql("""
                        insert into forms.word (name, value, written_by, written_at)
                        values (:name, :value, :by, :now)
                        on conflict (practice_id, name) do update
                           set value = excluded.value, written_by = excluded.written_by,
                               written_at = excluded.written_at
                        """)
                .param("name", name)
                .param("value", value)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var languages = Arrays.stream((String[]) row.getArray("languages").getArray())
                .map(Language::valueOf)
                .collect(Collectors.toSet());
        return new Line(
                new FormId(row.getString("form_id")),
                new Publication(
                        row.getInt("number"),
                        row.getString("says"),
                        row.getBoolean("instrument"),
                        row.getString("published_by"),
                        row.getTimestamp("published_at").toInstant(),
                        languages,
                        approval(row)));
    }

    private static @Nullable Approval approval(ResultSet row) throws SQLException {
        var counsel = row.getString("counsel");
        return counsel == null
                ? null
                : new Approval(
                        counsel,
                        row.getObject("approved_on", LocalDate.class),
                        row.getObject("holds_from", LocalDate.class),
                        row.getString("recorded_by"));
    }
}
