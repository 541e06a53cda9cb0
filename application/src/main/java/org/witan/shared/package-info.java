/// The small kernel that every module may use: identities that sort by time, and the clock.
///
/// It knows no person, no agency and no page. What only two modules need does not belong here.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.witan.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
