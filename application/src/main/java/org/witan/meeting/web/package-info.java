/// Pages of boards and their meetings, of actions, and of calendars.
@NullMarked
package org.witan.meeting.web;

import org.jspecify.annotations.NullMarked;
