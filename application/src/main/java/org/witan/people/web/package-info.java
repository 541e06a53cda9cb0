/// Pages of persons: finding them, reading one, and the coordinator's review of records that may be of one person.
@NullMarked
package org.witan.people.web;

import org.jspecify.annotations.NullMarked;
