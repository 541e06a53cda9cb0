package org.witan.stewardship;

import java.util.List;

/// A library that this build of Witan runs with.
///
/// @param name group and artifact, as Maven writes them: `org.postgresql:postgresql`
/// @param version its version
/// @param licences SPDX identifiers; more than one means any of them
record Library(String name, String version, List<String> licences) {

    Library {
        licences = List.copyOf(licences);
    }
}
