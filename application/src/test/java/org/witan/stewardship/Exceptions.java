package org.witan.stewardship;

import java.util.Map;

/// Libraries whose metadata names a licence that is not the one they come with. Each was read in the library itself.
final class Exceptions {
    /// The library, and what its metadata says by mistake.
    static final Map<String, String> READ = Map.of(
            // The jar holds the Apache License 2.0; the project has an open report of the mistake (3933).
            "org.springframework.session:spring-session-core", "Broadcom Foundation License",
            "org.springframework.session:spring-session-jdbc", "Broadcom Foundation License",
            // The jars hold the licence with three clauses; the metadata says only "The BSD License".
            "org.jline:jline-native", "BSD-4-Clause",
            "org.jline:jline-terminal", "BSD-4-Clause");

    private Exceptions() {}
}
