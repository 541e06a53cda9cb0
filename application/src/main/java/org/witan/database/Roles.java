package org.witan.database;

import java.security.SecureRandom;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The two roles in the database: one owns the tables and cannot sign in, one signs in and owns nothing.
///
/// The password of the second is made anew at each start and is kept nowhere.
final class Roles {
    static final String OWNER = "witan_owner";
    static final String APPLICATION = "witan_application";

    private final JdbcClient database;

    Roles(DataSource administration) {
        this.database = JdbcClient.create(administration);
    }

    /// Makes what is missing and returns the password of the application's role.
    String prepare() {
        create(OWNER, "nologin");
        create(APPLICATION, "login");
        run("grant " + OWNER + " to current_user");
        runWritten("select format('grant create on database %I to " + OWNER + "', current_database())");
        String password = newPassword();
        runWritten("select format('alter role " + APPLICATION + " password %L', '" + password + "')");
        return password;
    }

    private void create(String role, String login) {
        boolean exists = database.sql("select count(*) from pg_roles where rolname = :role")
                        .param("role", role)
                        .query(Long.class)
                        .single()
                > 0;
        if (!exists) {
            run("create role " + role + " " + login + " nosuperuser nocreatedb nocreaterole nobypassrls noinherit");
        }
    }

    private void run(String statement) {
        database.sql(statement).update();
    }

    /// Names and passwords cannot be parameters of such statements, so the database quotes them itself.
    private void runWritten(String writer) {
        run(database.sql(writer).query(String.class).single());
    }

    private static String newPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
