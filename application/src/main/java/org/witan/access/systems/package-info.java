/// The systems of agencies that use the API: their secrets, scopes and tokens, the answers that are
/// kept so that a write sent twice is done once, and the count that limits how often they ask.
///
/// A system is an account that acts for one agency in one role with one purpose: the rule and the trail know it as they
/// know a person.
@NullMarked
@NamedInterface("systems")
package org.witan.access.systems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
