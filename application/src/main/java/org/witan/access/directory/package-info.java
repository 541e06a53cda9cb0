/// Who works here: agencies with their agreements and named contacts, the accounts of the people who sign in, and what
/// each of them is for which agency.
///
/// The words. An agency *joins* and *closes*; an agreement is *signed*, *expires* or is *withdrawn*;
/// a membership is *granted* and *ended*; somebody who is away has a *deputy*. Nothing is deleted:
/// who could see what on a past day stays answerable.
///
/// What it does not do: it decides no access (the rule in the database reads these tables) and knows no password.
@NullMarked
@NamedInterface("directory")
package org.witan.access.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
