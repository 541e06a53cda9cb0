/// The API for the systems of agencies: tokens, problems, paging, idempotency, and the document that describes it.
@NullMarked
package org.witan.site.api;

import org.jspecify.annotations.NullMarked;
