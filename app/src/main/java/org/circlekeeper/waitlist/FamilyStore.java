package org.circlekeeper.waitlist;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which entries come together, on disk. */
@Repository
class FamilyStore {

    /** The entries, those they come with, and all that come with the same ones. */
    private static final String KIN = EntryStore.COLUMNS + """
             where id in (select coalesce(self.comes_with_id, self.id)
                            from waitlist.entry self
                           where self.id = any(:ids)
                           union
                          select other.id
                            from waitlist.entry self
                            join waitlist.entry other on other.comes_with_id = coalesce(self.comes_with_id, self.id)
                           where self.id = any(:ids))
             order by id
            """;

    private final JdbcClient db;

    FamilyStore(JdbcClient db) {
        this.db = db;
    }

    List<Entry> kin(EntryId id) {
        return db.sql(KIN)
                .param("ids", new UUID[] {id.value()})
                .query(EntryStore::entry)
                .list();
    }

    /** The same, keeping whoever else wants to move one of them waiting; always in one order. */
    List<Entry> lock(Collection<EntryId> ids) {
        return db.sql(KIN + " for update")
                .param("ids", ids.stream().map(EntryId::value).toArray(UUID[]::new))
                .query(EntryStore::entry)
                .list();
    }

    void comesWith(EntryId id, @Nullable EntryId head) {
        db.sql("update waitlist.entry set comes_with_id = :head where id = :id")
                .param("id", id.value())
                .param("head", head == null ? null : head.value())
                .update();
    }
}
