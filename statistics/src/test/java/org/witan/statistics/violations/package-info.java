/// Code that is wrong on purpose: one sample for each rule of the architecture test, which must fail on it.
package org.witan.statistics.violations;
