/// The pages of MATAC: the ranking with its fairness, repeat victims and alleged perpetrators, one score, nominations.
@NullMarked
package org.witan.matac.web;

import org.jspecify.annotations.NullMarked;
