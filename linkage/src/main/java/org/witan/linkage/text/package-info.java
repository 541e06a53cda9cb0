/// How alike two words, names, dates or codes are. Pure functions of text; they know no record.
@NullMarked
package org.witan.linkage.text;

import org.jspecify.annotations.NullMarked;
