package org.witan.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/// An application that dies when its data folder is made and no password is set yet.
final class DiesBeforeThePassword {

    private DiesBeforeThePassword() {}

    public static void main(String[] folder) throws IOException {
        Path data = Path.of(folder[0]);
        new NewData(data).begin();
        EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setDataDirectoryCustomizer(_ -> Runtime.getRuntime().halt(0))
                .start();
    }
}
