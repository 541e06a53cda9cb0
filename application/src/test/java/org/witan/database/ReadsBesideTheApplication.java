package org.witan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A command that reads the table `kept` and writes its number into a file.
final class ReadsBesideTheApplication {

    private ReadsBesideTheApplication() {}

    public static void main(String[] folderAndAnswer) throws IOException {
        try (var administration = Administration.open(Path.of(folderAndAnswer[0]), UnpackedOnce.FOLDER)) {
            var number = JdbcClient.create(administration.dataSource())
                    .sql("select number from kept")
                    .query(Integer.class)
                    .single();
            Files.writeString(Path.of(folderAndAnswer[1]), String.valueOf(number));
        }
    }
}
