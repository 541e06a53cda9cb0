/// The pages of the voices.
@NullMarked
package org.witan.voices.web;

import org.jspecify.annotations.NullMarked;
