/// Where somebody chooses how often they are told, and an administrator sees what went out.
@NullMarked
package org.witan.notices.web;

import org.jspecify.annotations.NullMarked;
