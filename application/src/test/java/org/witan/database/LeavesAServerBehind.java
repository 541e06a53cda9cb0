package org.witan.database;

import java.nio.file.Path;

/// An application that dies without stopping its server, as one that is killed does.
final class LeavesAServerBehind {

    private LeavesAServerBehind() {}

    public static void main(String[] folder) {
        UnpackedOnce.serverIn(Path.of(folder[0]));
        Runtime.getRuntime().halt(0);
    }
}
