/// The pages of the Tactical Priorities Group.
@NullMarked
package org.witan.priorities.web;

import org.jspecify.annotations.NullMarked;
