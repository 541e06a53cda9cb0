/// Pages of risk: assessing a case with a tool, and reading what was answered, judged and shown.
@NullMarked
package org.witan.risk.web;

import org.jspecify.annotations.NullMarked;
