/// The partnership's web application. Each package below is one module with closed doors; what may use what is said
/// in its `package-info` and verified by a test.
@NullMarked
package org.witan;

import org.jspecify.annotations.NullMarked;
