package org.circlekeeper.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two roles beneath the program: the owner, who migrates, and the application, which may neither bypass row-level
 * security nor own a table. The policies are forced on the owner too, so a migration that moves rows says for which
 * practice.
 */
final class DatabaseRoles {

    static final String DATABASE = "circlekeeper";
    static final String OWNER = "circlekeeper_owner";
    static final String APPLICATION = "circlekeeper_app";

    private static final int NODES = 0x5ea8;
    private static final String INVALID_PASSWORD = "28P01";
    private static final String POWERLESS = " login nosuperuser nobypassrls nocreatedb nocreaterole password ";

    private DatabaseRoles() {}

    /** Makes owner, application and database on a server of our own. */
    static void prepare(DatabaseAddress superuser, String ownerPassword, String applicationPassword) {
        try (var connection = connect(superuser)) {
            keepRole(connection, OWNER, POWERLESS, ownerPassword);
            keepRole(connection, APPLICATION, POWERLESS, applicationPassword);
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                run(connection, "create database " + DATABASE + " owner " + OWNER);
            }
            open(connection, DATABASE);
        } catch (SQLException broken) {
            throw new IllegalStateException("The roles of the database could not be made", broken);
        }
    }

    /** Lets the two roles into the database and nobody else. */
    static void open(Connection connection, String database) throws SQLException {
        lookWithAnIndex(connection, database);
        run(connection, "revoke all on database " + database + " from public");
        run(connection, "grant connect, temporary on database " + database + " to " + APPLICATION);
    }

    /**
     * Each connection to come finds rows by their keys: all of them begin with the practice. A plan that was made while
     * a table was small would otherwise go on reading all of it. Left as it is where the database is somebody else's.
     */
    private static void lookWithAnIndex(Connection connection, String database) throws SQLException {
        var ours = """
                select 1
                  from pg_database d
                 where d.datname = ?
                   and pg_has_role(d.datdba, 'usage')
                   and not exists (select
                                     from pg_db_role_setting s
                                    where s.setdatabase = d.oid
                                      and s.setrole = 0
                                      and s.setconfig @> array ['enable_seqscan=off'])
                """;
        if (exists(connection, ours, database)) {
            run(connection, "alter database \"" + database + "\" set enable_seqscan = off");
        }
    }

    /** Every node that knows the owner knows it too, so that none locks out the others with a secret of its own. */
    static String applicationPassword(DatabaseAddress owner) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(owner.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(APPLICATION.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Makes the application's role on a server that is somebody else's, signed in as the owner of the database. */
    static void prepareApplication(DatabaseAddress owner, String applicationPassword) {
        try (var connection = connect(owner)) {
            // Nodes that start at once do this one after the other; the lock ends with the connection.
            run(connection, "select pg_advisory_lock(" + NODES + ")");
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", APPLICATION)) {
                keepRole(connection, APPLICATION, POWERLESS, applicationPassword);
            }
            refusePower(connection);
            run(
                    connection,
                    "grant connect, temporary on database \"" + connection.getCatalog() + "\" to " + APPLICATION);
            lookWithAnIndex(connection, connection.getCatalog());
            if (!signsIn(owner.as(APPLICATION, applicationPassword))) {
                keepRole(connection, APPLICATION, " login password ", applicationPassword);
            }
        } catch (SQLException refused) {
            throw noWay(refused);
        }
    }

    private static CannotStart noWay(SQLException refused) {
        var state = refused.getSQLState();
        return state != null && state.startsWith("08")
                ? new CannotStart(
                        "The database at DATABASE_URL does not answer. Start it, or correct the host and the port "
                                + "there. It said: " + refused.getMessage(),
                        refused)
                : new CannotStart(
                        "The database at DATABASE_URL did not let its owner sign in or make the role " + APPLICATION
                                + ". Give the owner the right to create roles, or create that role once by hand. It "
                                + "said: "
                                + refused.getMessage(),
                        refused);
    }

    /** Row-level security says nothing to a superuser, so such an application would see every practice at once. */
    private static void refusePower(Connection connection) throws SQLException {
        var mighty = "select 1 from pg_roles where rolname = ? and (rolsuper or rolbypassrls)";
        if (exists(connection, mighty, APPLICATION)) {
            throw new CannotStart(
                    "The role " + APPLICATION + " at DATABASE_URL may bypass row-level security. Take that from "
                            + "it: alter role " + APPLICATION + " nosuperuser nobypassrls.");
        }
        if (exists(connection, "select 1 where current_user = ?", APPLICATION)) {
            throw new CannotStart("DATABASE_URL signs in as " + APPLICATION
                    + ", the role of the application. Give it the owner " + "of the database instead.");
        }
    }

    private static boolean signsIn(DatabaseAddress address) throws SQLException {
        try (var connection = connect(address)) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            if (INVALID_PASSWORD.equals(refused.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }

    private static void keepRole(Connection connection, String role, String rights, String password)
            throws SQLException {
        boolean there = exists(connection, "select 1 from pg_roles where rolname = ?", role);
        var quoted = "'" + password.replace("'", "''") + "'";
        run(connection, (there ? "alter" : "create") + " role " + role + rights + quoted);
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
