package org.witan.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The two roles in the database: one owns the tables and cannot sign in, one signs in and owns nothing.
///
/// Every step asks first whether it is needed: on a database that somebody else runs, the account of the migrations may
/// be allowed little more, and other nodes are at work.
final class Roles {
    static final String OWNER = "witan_owner";
    static final String APPLICATION = "witan_application";
    private static final List<String> EXTENSIONS = List.of("pg_trgm", "fuzzystrmatch");

    private final JdbcClient database;
    private final Patience patience;

    Roles(DataSource administration) {
        this(administration, Patience.USUAL);
    }

    Roles(DataSource administration, Patience patience) {
        this.database = JdbcClient.create(administration);
        this.patience = patience;
    }

    /// Makes what is missing, gives the application's role a new password that is kept nowhere, and returns it.
    String prepare() {
        make();
        Secret secret = Secret.made();
        give(secret);
        return secret.value();
    }

    /// Makes what is missing and leaves passwords alone.
    void make() {
        create(OWNER, "nologin");
        create(APPLICATION, "login");
        becomeOwner();
        letTheOwnerMakeSchemas();
        closePublicPlaces();
        limitPatience();
    }

    /// Sets the password of the application's role.
    void give(Secret secret) {
        run("alter role " + APPLICATION + " password '" + secret.proof() + "'");
    }

    /// A schema of a module, owned by the owner of its tables. Only the account of the migrations may be sure to make
    /// it.
    void makeSchema(String module) {
        boolean exists = holds("select exists (select from pg_namespace where nspname = :name)", module);
        if (!exists) {
            runWritten("select format('create schema %I authorization " + OWNER + "', :name::text)", module);
        }
    }

    /// What PostgreSQL brings and the tables of persons need. The owner of the tables may make
    /// nothing in the database, so the account of the migrations does.
    void makeExtensions() {
        for (String name : EXTENSIONS) {
            if (!holds("select exists (select from pg_extension where extname = :name)", name)) {
                runWritten("select format('create extension %I with schema public', :name::text)", name);
            }
        }
    }

    private void create(String role, String login) {
        if (!holds("select exists (select from pg_roles where rolname = :name)", role)) {
            run("create role " + role + " " + login + " nosuperuser nocreatedb nocreaterole nobypassrls noinherit");
        }
    }

    /// Whoever makes a role may give it away but, since PostgreSQL 16, is not a member that may act as it.
    private void becomeOwner() {
        if (!holds("select pg_has_role(current_user, :name::name, 'set')", OWNER)) {
            run("grant " + OWNER + " to current_user with inherit true, set true");
        }
        if (!holds("select pg_has_role(current_user, :name::name, 'usage')", OWNER)) {
            run("grant " + OWNER + " to current_user with inherit true");
        }
    }

    /// Flyway asks for it even when the schema is there; without the right to pass it on, the schemas are made for it.
    private void letTheOwnerMakeSchemas() {
        boolean needed = !holds("select has_database_privilege(:name::name, current_database(), 'create')", OWNER);
        if (needed
                && holds(
                        "select has_database_privilege(:name::name, current_database(), 'create with grant option')",
                        me())) {
            runWritten("select format('grant create on database %I to " + OWNER + "', current_database())", OWNER);
        }
    }

    /// Nobody but owners makes anything, not even tables for the time of a connection.
    private void closePublicPlaces() {
        if (holds(
                "select pg_has_role(:name::name, datdba, 'usage') from pg_database where datname = current_database()",
                me())) {
            runWritten("select format('revoke temporary on database %I from public', current_database())", OWNER);
        }
        if (holds(
                "select pg_has_role(:name::name, nspowner, 'usage') from pg_namespace where nspname = 'public'",
                me())) {
            run("revoke create on schema public from public");
        }
    }

    private void limitPatience() {
        for (var setting : patience.settings().entrySet()) {
            String wanted = setting.getKey() + "=" + setting.getValue();
            if (!holds(
                    "select coalesce(:name = any(rolconfig), false) from pg_roles where rolname = '" + APPLICATION
                            + "'",
                    wanted)) {
                run("alter role " + APPLICATION + " set " + setting.getKey() + " = '" + setting.getValue() + "'");
            }
        }
    }

    private String me() {
        return database.sql("select current_user").query(String.class).single();
    }

    private boolean holds(String question, String name) {
        return database.sql(question).param("name", name).query(Boolean.class).single();
    }

    private void run(String statement) {
        database.sql(statement).update();
    }

    /// Names cannot be parameters of such statements, so the database quotes them itself.
    private void runWritten(String writer, String name) {
        var question = database.sql(writer);
        run((writer.contains(":name") ? question.param("name", name) : question)
                .query(String.class)
                .single());
    }
}
