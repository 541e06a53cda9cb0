/// The page shell that every module's pages stand in: layout, menu, components, error pages, the headers of every
/// answer, and the guards that decide where the server may listen and whose requests it takes.
///
/// Modules add themselves to the menu with a [org.witan.site.MenuItem] bean and say whether what they show is invented
/// with a [org.witan.site.DataMark] bean. It knows no figure and no table.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "access :: directory",
            "access :: signin",
            "access :: lists",
            "access :: trail",
            "access :: systems"
        })
package org.witan.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
