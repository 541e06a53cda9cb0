package org.witan.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A server that somebody else runs and backs up, and that several nodes may share.
///
/// The nodes share the password of the application's role too, so none changes it while it works.
record ExternalServer(
        String address,
        @Nullable String username,
        @Nullable String password,
        @Nullable String applicationPassword) implements Server {
    private static final String WRONG_PASSWORD = "28P01";
    private static final int SHORTEST_PASSWORD = 24;
    private static final Pattern ON_THIS_MACHINE =
            Pattern.compile("^jdbc:postgresql:(//(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?/|[^/])");

    @Override
    public DataSource administration() {
        var source = new DriverManagerDataSource(address);
        if (username != null) {
            source.setUsername(username);
        }
        if (password != null) {
            source.setPassword(password);
        }
        return source;
    }

    /// Refuses settings that cannot work, before anything is changed.
    ///
    /// @throws DatabaseUnusable with what to set
    ExternalServer checked() {
        if (applicationPassword == null || !new Secret(applicationPassword).isPlain()) {
            throw new DatabaseUnusable("witan.database.url names an external database, so the role "
                    + Roles.APPLICATION + " needs a password that all nodes share. Set "
                    + "witan.database.application-password, in ASCII without spaces.");
        }
        if (applicationPassword.length() < SHORTEST_PASSWORD) {
            throw new DatabaseUnusable("witan.database.application-password is a program's password: give it at least "
                    + SHORTEST_PASSWORD + " characters made by chance.");
        }
        checkEncryption();
        checkAccount();
        return this;
    }

    /// Refuses a way to another machine that could be read, or that could lead to a machine that only says it is the
    /// one: the driver falls back to clear text unless it is told not to, and checks no name unless told to.
    void checkEncryption() {
        String place = address.toLowerCase(Locale.ROOT);
        if (!ON_THIS_MACHINE.matcher(place).find() && !place.matches(".*[?&]sslmode=verify-full(&.*)?")) {
            throw new DatabaseUnusable("witan.database.url leads to another machine. Add sslmode=verify-full to it, so "
                    + "that nobody on the way reads along or answers in the database's place.");
        }
    }

    /// Refuses when the account of the migrations is not let in.
    void checkAccount() {
        try (var connection = administration().getConnection()) {
            connection.isValid(1);
        } catch (SQLException failure) {
            throw refused(
                    "its administration account",
                    failure,
                    "witan.database.url, witan.database.username and witan.database.password");
        }
    }

    /// Changes the password of the application's role only when it is wrong: other nodes may be using it.
    @Override
    public String letIn(Roles roles) {
        roles.make();
        var secret = new Secret(Objects.requireNonNull(applicationPassword));
        if (signIn(secret).filter(WRONG_PASSWORD::equals).isPresent()) {
            roles.give(secret);
        }
        try (var connection = DriverManager.getConnection(address, Roles.APPLICATION, secret.value())) {
            connection.isValid(1);
        } catch (SQLException failure) {
            throw refused(Roles.APPLICATION, failure, "the server's pg_hba.conf");
        }
        return secret.value();
    }

    /// The SQL state with which the application's role is turned away; absent when it is let in.
    private Optional<String> signIn(Secret secret) {
        try (var connection = DriverManager.getConnection(address, Roles.APPLICATION, secret.value())) {
            connection.isValid(1);
            return Optional.empty();
        } catch (SQLException failure) {
            return Optional.of(String.valueOf(failure.getSQLState()));
        }
    }

    private static DatabaseUnusable refused(String whom, SQLException failure, String where) {
        return new DatabaseUnusable(
                "The external database does not let " + whom + " in (SQL state " + failure.getSQLState() + "). Check "
                        + where + ".",
                failure);
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "external server";
    }
}
