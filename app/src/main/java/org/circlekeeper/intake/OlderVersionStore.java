package org.circlekeeper.intake;

import static java.util.stream.Collectors.toSet;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.forms.FormId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Older versions of papers that members stand with, and newer ones that nobody needs to be asked for, on disk. */
@Repository
class OlderVersionStore {

    private final JdbcClient db;

    OlderVersionStore(JdbcClient db) {
        this.db = db;
    }

    /** Papers that are settled in an older version than these, of members who were not asked for the newer one. */
    List<Paper> settled(Map<FormId, Integer> newest) {
        var forms = List.copyOf(newest.entrySet());
        return db.sql("select " + MemberPaperStore.COLUMNS + """
                          from intake.paper p
                          join unnest(cast(:forms as text[]), cast(:numbers as integer[])) as f(form, number)
                            on f.form = p.form and f.number > p.version
                         where p.status in ('DONE', 'SIGNED', 'ON_PAPER', 'WAIVED', 'DECLINED')
                           and not exists (select 1
                                             from intake.paper n
                                            where n.practice_id = p.practice_id
                                              and n.patient_id = p.patient_id
                                              and n.form = p.form
                                              and n.version >= f.number
                                              and n.status not in ('WITHDRAWN', 'RAN_OUT', 'REPLACED'))
                         order by p.form, p.patient_id, p.version desc, p.id
                        """)
                .param("forms", forms.stream().map(one -> one.getKey().value()).toArray(String[]::new))
                .param("numbers", forms.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .query(MemberPaperStore::paper)
                .list();
    }

    /** Forms of which the older version will do in the place of this one. */
    Set<FormId> leftAlone(Map<FormId, Integer> newest) {
        return db
                .sql("select form, version from intake.older_will_do")
                .query((row, _) -> Map.entry(FormId.of(row.getString("form")), row.getInt("version")))
                .list()
                .stream()
                .filter(one -> one.getValue().equals(newest.get(one.getKey())))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    void leave(FormId form, int version, String why, String by, Instant at) {
        db.sql("""
                        insert into intake.older_will_do (form, version, why, said_by, said_at)
                        values (:form, :version, :why, :by, :at)
                            on conflict (practice_id, form, version) do nothing
                        """)
                .param("form", form.value())
                .param("version", version)
                .param("why", why)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }
}
