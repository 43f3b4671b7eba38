package org.circlekeeper.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may sign in to the members' own pages, on disk. */
@Repository
class AccountStore {

    private static final String STANDING = """
            select a.id, a.patient_id, a.name, a.email, c.code_hash
              from portal.account a
              left join portal.own_code c on c.practice_id = a.practice_id and c.account_id = a.id
             where a.ended_at is null
            """;

    private final JdbcClient db;
    private final CodeSeal seal;

    AccountStore(JdbcClient db, CodeSeal seal) {
        this.db = db;
        this.seal = seal;
    }

    /** The account of a member, made when there is none; two at once make one. */
    Account ofMember(UUID fresh, PatientId member, String by, Instant at) {
        add(fresh, member.value(), "", "", by, at);
        return ofMember(member).orElseThrow();
    }

    Optional<Account> ofMember(PatientId member) {
        return db.sql(STANDING + " and a.patient_id = :member")
                .param("member", member.value())
                .query(this::account)
                .optional();
    }

    /**
     * The account of somebody who acts for members, by their address, made when there is none. An address that is known
     * under another name is refused: its owner, signed in perhaps, would see the member at once. Whoever asks for it
     * says so first ({@link #knownOtherwise}).
     */
    Account ofOther(UUID fresh, String name, String email, String by, Instant at) {
        add(fresh, null, name, email, by, at);
        if (knownOtherwise(name, email).isPresent()) {
            throw new IllegalArgumentException("That address is known here under another name");
        }
        return withEmail(email).orElseThrow();
    }

    /** The sentence that refuses an address which belongs to somebody of another name here; empty when it is free. */
    Optional<String> knownOtherwise(String name, String email) {
        return withEmail(email)
                .filter(known -> !plain(known.name()).equals(plain(name)))
                .map(known -> "This address is the one of " + known.name()
                        + " here. Write that name if it is them; if not, ask for another address.");
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    Optional<Account> withEmail(String email) {
        return db.sql(STANDING + " and a.email <> '' and lower(a.email) = lower(:email)")
                .param("email", email)
                .query(this::account)
                .optional();
    }

    List<Account> ofMembers(Collection<PatientId> members) {
        return db.sql(STANDING + " and a.patient_id = any(:members)")
                .param("members", members.stream().map(PatientId::value).toArray(UUID[]::new))
                .query(this::account)
                .list();
    }

    Optional<Account> find(AccountId id) {
        return db.sql(STANDING + " and a.id = :id")
                .param("id", id.value())
                .query(this::account)
                .optional();
    }

    void joined(AccountId id, String codeHash, Instant at) {
        db.sql("""
                        insert into portal.own_code (account_id, code_hash, chosen_at)
                        values (:id, :hash, :at)
                            on conflict (practice_id, account_id) do update
                           set code_hash = excluded.code_hash, chosen_at = excluded.chosen_at
                        """)
                .param("id", id.value())
                .param("hash", seal.close(codeHash, id))
                .param("at", Timestamp.from(at))
                .update();
        db.sql("update portal.account set joined_at = coalesce(joined_at, :at) where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    /** The code they chose counts no more; until the next invitation nothing opens. */
    void endCode(AccountId id) {
        db.sql("delete from portal.own_code where account_id = :id")
                .param("id", id.value())
                .update();
    }

    /** False when it had ended before. */
    boolean end(AccountId id, String by, Instant at) {
        return db.sql("""
                        update portal.account
                           set ended_by = :by, ended_at = :at
                         where id = :id
                           and ended_at is null
                        """)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private void add(UUID fresh, @Nullable UUID member, String name, String email, String by, Instant at) {
        db.sql("""
                        insert into portal.account (id, patient_id, name, email, made_by, made_at)
                        values (:id, :member, :name, :email, :by, :at)
                            on conflict do nothing
                        """)
                .param("id", fresh)
                .param("member", member)
                .param("name", name)
                .param("email", email)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    private Account account(ResultSet row, int number) throws SQLException {
        var patient = row.getObject("patient_id", UUID.class);
        var id = new AccountId(row.getObject("id", UUID.class));
        return new Account(
                id,
                patient == null ? null : new PatientId(patient),
                row.getString("name"),
                row.getString("email"),
                seal.open(row.getString("code_hash"), id));
    }
}
