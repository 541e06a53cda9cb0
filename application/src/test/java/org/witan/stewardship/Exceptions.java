package org.witan.stewardship;

import java.util.Map;

/// Libraries whose metadata names a licence that is not the one they come with. Each was read in the library itself.
final class Exceptions {
    /// The library, and what its metadata says by mistake.
    static final Map<String, String> READ = Map.of(
            // The fonts have a free licence of their own, which the jar holds; the metadata names that of their engine.
            "net.sf.jasperreports:jasperreports-fonts", "GNU Lesser General Public License",
            // The jar holds the Apache License 2.0; the project has an open report of the mistake (3933).
            "org.springframework.session:spring-session-core", "Broadcom Foundation License",
            "org.springframework.session:spring-session-jdbc", "Broadcom Foundation License",
            // The jars hold the licence with three clauses; the metadata says only "The BSD License".
            "org.jline:jline-native", "BSD-4-Clause",
            "org.jline:jline-terminal", "BSD-4-Clause");

    /// Libraries that are permitted with a licence that is not otherwise, each by a decision.
    static final Map<String, String> DECIDED = Map.of(
            // Decision 29.
            "io.github.openhtmltopdf:openhtmltopdf-core", "LGPL-2.1-or-later",
            "io.github.openhtmltopdf:openhtmltopdf-pdfbox", "LGPL-2.1-or-later",
            "io.github.openhtmltopdf:openhtmltopdf-rtl-support", "LGPL-2.1-or-later");

    private Exceptions() {}
}
