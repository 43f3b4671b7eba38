package org.circlekeeper.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Who holds which room and which leader, on disk. PostgreSQL keeps each to one place at a time. */
@Repository
class BookingStore {

    private final JdbcClient db;
    private final TransactionTemplate withinThis;

    BookingStore(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.withinThis = new TransactionTemplate(transactions);
        this.withinThis.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Keeps two who change the calendar of one practice one behind the other, until their transactions end. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('calendar ' || database.practice_id(), 0)) is null")
                .query(Boolean.class)
                .single();
    }

    /**
     * Books what is free, and leaves out what is not. Nearly always all of it is free, and PostgreSQL books twice as
     * fast when it need not look first; so it looks only when that was wrong.
     */
    void book(Collection<Booking> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        try {
            withinThis.executeWithoutResult(_ -> book(wanted, ""));
        } catch (DataIntegrityViolationException taken) {
            book(wanted, " on conflict do nothing");
        }
    }

    private void book(Collection<Booking> wanted, String onConflict) {
        db.sql("""
                        insert into scheduling.booking (session_id, appointment_id, resource_id, during)
                        select session, appointment, resource, tstzrange(starts, ends)
                          from unnest(:sessions::uuid[], :appointments::uuid[], :resources::uuid[],
                                      :starts::timestamptz[], :ends::timestamptz[])
                               as wanted (session, appointment, resource, starts, ends)
                        """ + onConflict)
                .param("sessions", texts(wanted, BookingStore::session))
                .param("appointments", texts(wanted, BookingStore::appointment))
                .param("resources", texts(wanted, booking -> booking.resource().toString()))
                .param("starts", texts(wanted, booking -> booking.from().toString()))
                .param("ends", texts(wanted, booking -> booking.to().toString()))
                .update();
    }

    void free(Collection<UUID> holders) {
        if (holders.isEmpty()) {
            return;
        }
        db.sql("delete from scheduling.booking where holder_id = any(:ids)")
                .param("ids", holders.toArray(UUID[]::new))
                .update();
    }

    void forgetBefore(Instant then) {
        db.sql("delete from scheduling.booking where upper(during) < :then")
                .param("then", Timestamp.from(then))
                .update();
    }

    /** All that ends after an instant. */
    List<Booking> after(Instant now) {
        return db.sql("""
                        select session_id, appointment_id, resource_id, lower(during) as starts, upper(during) as ends
                          from scheduling.booking
                         where upper(during) > :now
                         order by starts, holder_id
                        """)
                .param("now", Timestamp.from(now))
                .query(BookingStore::booking)
                .list();
    }

    /** What holds one of these between two instants. */
    List<Booking> of(Collection<UUID> resources, Instant from, Instant to) {
        return db.sql("""
                        select session_id, appointment_id, resource_id, lower(during) as starts, upper(during) as ends
                          from scheduling.booking
                         where resource_id = any(:resources)
                           and during && tstzrange(:from, :to)
                         order by starts, holder_id
                        """)
                .param("resources", resources.toArray(UUID[]::new))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(BookingStore::booking)
                .list();
    }

    private static Booking booking(ResultSet row, int number) throws SQLException {
        var session = row.getObject("session_id", UUID.class);
        return new Booking(
                session != null
                        ? new Booking.Holder.OfSession(new SessionId(session))
                        : new Booking.Holder.OfAppointment(
                                new AppointmentId(row.getObject("appointment_id", UUID.class))),
                row.getObject("resource_id", UUID.class),
                row.getTimestamp("starts").toInstant(),
                row.getTimestamp("ends").toInstant());
    }

    private static String[] texts(Collection<Booking> bookings, Function<Booking, @Nullable String> of) {
        return bookings.stream().map(of).toArray(String[]::new);
    }

    private static @Nullable String session(Booking booking) {
        return booking.holder() instanceof Booking.Holder.OfSession(var id) ? id.toString() : null;
    }

    private static @Nullable String appointment(Booking booking) {
        return booking.holder() instanceof Booking.Holder.OfAppointment(var id) ? id.toString() : null;
    }
}
