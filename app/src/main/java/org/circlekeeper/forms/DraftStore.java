package org.circlekeeper.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts on disk: each saving is a row of its own. */
@Repository
class DraftStore {

    private final JdbcClient db;

    DraftStore(JdbcClient db) {
        this.db = db;
    }

    /** The last saving in each language. */
    List<Draft> of(FormId form) {
        return db.sql("""
                        select distinct on (language) form_id, language, revision, body, written_by, written_at
                          from forms.draft
                         where form_id = :form
                         order by language, revision desc
                        """).param("form", form.value()).query(DraftStore::draft).list();
    }

    Optional<Draft> revision(FormId form, Language language, int revision) {
        return db.sql("""
                        select form_id, language, revision, body, written_by, written_at
                          from forms.draft
                         where form_id = :form
                           and language = :language
                           and revision = :revision
                        """)
                .param("form", form.value())
                .param("language", language.name())
                .param("revision", revision)
                .query(DraftStore::draft)
                .optional();
    }

    /** False when another saving is the last one by now: of two at one moment, one is kept. */
    boolean add(Draft draft) {
        return db.sql("""
                        insert into forms.draft (form_id, language, revision, body, written_by, written_at)
                        select :form, :language, cast(:revision as integer), :body, :by, cast(:at as timestamptz)
                         where not exists (select
                                             from forms.draft later
                                            where later.form_id = :form
                                              and later.language = :language
                                              and later.revision >= :revision)
                           and (:revision = 1
                                or exists (select
                                             from forms.draft before
                                            where before.form_id = :form
                                              and before.language = :language
                                              and before.revision = :revision - 1))
                        on conflict (practice_id, form_id, language, revision) do nothing
                        """)
                        .param("form", draft.form().value())
                        .param("language", draft.language().name())
                        .param("revision", draft.revision())
                        .param("body", draft.text())
                        .param("by", draft.by())
                        .param("at", Timestamp.from(draft.at()))
                        .update()
                == 1;
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                new FormId(row.getString("form_id")),
                Language.valueOf(row.getString("language")),
                row.getInt("revision"),
                row.getString("body"),
                row.getString("written_by"),
                row.getTimestamp("written_at").toInstant());
    }
}
