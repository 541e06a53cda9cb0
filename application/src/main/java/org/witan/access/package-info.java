/// Who may see what, and why; and the trail of who did.
///
/// The words. An *agency* takes part in the partnership; a person signs in with an *account*; a
/// *membership* is one role of one account for one agency. A [org.witan.access.Viewer] is a
/// membership that looks, with the *purpose* it stated. A *record* is what a module keeps about a
/// person or a case; it has *parts* that are opened one by one. The one rule (`access.ruling` in the
/// database) says for every membership and record which parts are open, and on what basis.
///
/// One piece of data walks so. A controller gets the viewer of the session and calls a use case. The use case hands its
/// work to [org.witan.access.Witnessing], which opens a transaction and enters the viewer: the row of the trail is
/// written, and only now does the rule know who looks. The work asks the database; policies on the module's tables
/// compare each row with `access.sight`, so a row that this viewer may not see is not there. The work tells
/// [org.witan.access.Shown] which records it will show. The outcome is written, the transaction commits, and only then
/// is the page made. What was not written in the trail was not shown.
///
/// A module that keeps records: register each with [org.witan.access.Records], under the id of its own row; enable
/// row-level security on the table in the migration that creates it, with a policy that asks `access.sight` for the
/// part that the table holds; begin every use case with a viewer; say `Absent` for what is not there, whatever the
/// reason.
///
/// What it does not do: it holds no content of a record, draws no page, and knows no meeting, person or crime.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database"})
package org.witan.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
