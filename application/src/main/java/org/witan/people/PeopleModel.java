package org.witan.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.witan.linkage.model.Model;
import org.witan.linkage.model.ModelFile;
import org.witan.linkage.scoring.Bits;

/// How alike two records of persons are: a model learned from invented persons, as a file that says everything.
final class PeopleModel {
    private static final String FILE = "/linkage/people.json";
    static final Model MODEL = read();

    private PeopleModel() {}

    /// From how many bits on two records are likely of one person.
    static double link() {
        return Bits.ofProbability(MODEL.policy().linkAt());
    }

    private static Model read() {
        try (InputStream file = PeopleModel.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The model of persons is not in the jar.");
            }
            return ModelFile.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
