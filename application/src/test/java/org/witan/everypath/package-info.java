/// Whether the one rule holds on every path: a small invented partnership with every kind of viewer and of record, the
/// rule told once more in plain Java, and a table with a row for each way into the application.
package org.witan.everypath;
