/// Where people prove who they are: the pages of signing in and out, of links that work once, of
/// credentials and of open sessions.
@NullMarked
package org.witan.site.signin;

import org.jspecify.annotations.NullMarked;
