package org.circlekeeper.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The two roles beneath the program: the owner, who migrates, and the application, which may neither bypass row-level
 * security nor own a table.
 */
final class DatabaseRoles {

    static final String DATABASE = "circlekeeper";
    static final String OWNER = "circlekeeper_owner";
    static final String APPLICATION = "circlekeeper_app";

    private DatabaseRoles() {}

    /** Makes owner, application and database on a server of our own. */
    static void prepare(DatabaseAddress superuser, String ownerPassword, String applicationPassword) {
        try (var connection = connect(superuser)) {
            keepRole(connection, OWNER, ownerPassword);
            keepRole(connection, APPLICATION, applicationPassword);
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                run(connection, "create database " + DATABASE + " owner " + OWNER);
                run(connection, "revoke all on database " + DATABASE + " from public");
                run(connection, "grant connect, temporary on database " + DATABASE + " to " + APPLICATION);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The roles of the database could not be made", broken);
        }
    }

    /** Makes the application's role on a server that is somebody else's, signed in as the owner of the database. */
    static void prepareApplication(DatabaseAddress owner, String applicationPassword) {
        try (var connection = connect(owner)) {
            keepRole(connection, APPLICATION, applicationPassword);
        } catch (SQLException refused) {
            throw new CannotStart(
                    "The database at DATABASE_URL did not let its owner sign in or make the role " + APPLICATION
                            + ". Give the owner the right to create roles, or create that role once by hand. It said: "
                            + refused.getMessage(),
                    refused);
        }
    }

    private static void keepRole(Connection connection, String role, String password) throws SQLException {
        boolean there = exists(connection, "select 1 from pg_roles where rolname = ?", role);
        run(
                connection,
                (there ? "alter" : "create") + " role " + role
                        + " login nosuperuser nobypassrls nocreatedb nocreaterole password '"
                        + password.replace("'", "''") + "'");
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
