/// What whoever looks after an installation must do for it: so far, knowing its libraries and whether a weakness of one
/// has been published.
///
/// Retention, subject access and incident response will stand here. It holds no record of its own: each module offers
/// its records through an interface that this one owns.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.witan.stewardship;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
