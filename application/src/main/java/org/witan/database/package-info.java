/// The one database: a PostgreSQL server that this application starts itself, or the one it is told to use. On start
/// it makes the roles, brings each module's tables up to date as their owner, and hands out connections of a role that
/// owns nothing.
///
/// A command that runs beside the web pages opens it as [org.witan.database.Administration]. Whatever makes a start
/// impossible is refused in one line.
///
/// It knows no table: every module keeps its own migrations in `db/migration/<module>` and asks through Spring's
/// `JdbcClient`.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.witan.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
