/// Where people find the records that they may see, read why, and keep their lists and barriers.
///
/// What is typed to find a record may be a name, so it is sent in the body of a form and stands in no address.
@NullMarked
package org.witan.site.records;

import org.jspecify.annotations.NullMarked;
