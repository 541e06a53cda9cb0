/// The API for the systems of agencies: tokens, problems, paging, idempotency, and the document that describes it.
///
/// What another module needs to add a path of its own is public; [ApiResource] says how.
@NullMarked
@NamedInterface("api")
package org.witan.site.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
