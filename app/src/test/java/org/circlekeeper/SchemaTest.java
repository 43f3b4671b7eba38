package org.circlekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for every table and view of every feature, read from PostgreSQL's own catalogue. */
@PracticeTest
class SchemaTest {

    /** People sign in once, jobs and codes belong to nobody, received files are routed after they came. */
    private static final String EXEMPT = "'access', 'jobs', 'codes', 'database', 'archive'";

    private static final String OURS = """
            select c.oid, n.nspname || '.' || c.relname as name, c.relkind, c.relrowsecurity, c.relforcerowsecurity,
                   c.reloptions
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where n.nspname not like 'pg\\_%'
               and n.nspname not in ('information_schema', 'public',
            """ + EXEMPT + ")";

    @Autowired
    JdbcClient db;

    @Autowired
    PracticeScope scope;

    @Test
    void every_table_is_kept_apart_by_practice() {
        assertThat(names("relkind in ('r', 'p')")).isNotEmpty();
        assertThat(names("relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)"))
                .isEmpty();
        assertThat(names("relkind in ('r', 'p') and not exists (select from pg_policy p where p.polrelid = ours.oid)"))
                .isEmpty();
    }

    @Test
    void every_primary_key_begins_with_the_practice() {
        assertThat(names("""
                        relkind in ('r', 'p')
                          and not exists (select from pg_index i
                                            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                                           where i.indrelid = ours.oid
                                             and i.indisprimary
                                             and a.attname = 'practice_id')
                        """)).isEmpty();
    }

    @Test
    void every_view_asks_as_whoever_asks_it() {
        assertThat(names("relkind = 'v'")).isNotEmpty();
        assertThat(names("relkind = 'v' and not coalesce('security_invoker=true' = any(reloptions), false)"))
                .isEmpty();
    }

    @Test
    void a_statement_that_forgets_the_practice_sees_nothing() {
        for (var relation : names("relkind in ('r', 'p', 'v')")) {
            assertThat(count(relation)).as(relation + " without a practice").isZero();
        }
        var nobody = new PracticeId(UUID.randomUUID());
        for (var relation : names("relkind in ('r', 'p', 'v')")) {
            assertThat(scope.in(nobody, () -> count(relation)))
                    .as(relation + " as another practice")
                    .isZero();
        }
    }

    @Test
    void time_comes_from_the_clock_and_not_from_the_database() {
        assertThat(db.sql("""
                        select n.nspname || '.' || c.relname || '.' || a.attname
                          from pg_attrdef d
                          join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                          join pg_class c on c.oid = d.adrelid
                          join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname not like 'pg\\_%'
                           and c.relname <> 'flyway_schema_history'
                           and pg_get_expr(d.adbin, d.adrelid) ~* 'now\\(|current_|clock_timestamp|uuidv7'
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void the_application_may_neither_bypass_row_level_security_nor_own_a_table() {
        assertThat(db.sql("select rolbypassrls or rolsuper from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(
                        names(
                                "true and (select relowner from pg_class where pg_class.oid = ours.oid) = current_user::regrole"))
                .isEmpty();
    }

    private List<String> names(String condition) {
        return db.sql("select name from (" + OURS + ") ours where " + condition + " order by name")
                .query(String.class)
                .list();
    }

    private long count(String relation) {
        boolean readable = db.sql("select has_table_privilege(:name, 'select')")
                .param("name", relation)
                .query(Boolean.class)
                .single();
        return readable
                ? db.sql("select count(*) from " + relation).query(Long.class).single()
                : 0;
    }

    @Test
    void postgresql_looks_with_an_index() {
        assertThat(db.sql("show enable_seqscan").query(String.class).single()).isEqualTo("off");
    }
}
