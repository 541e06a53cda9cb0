package org.witan.statistics.loading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/// The published files that tests use, unpacked into a folder.
public final class RealFiles {
    public static final List<String> STREET_MONTHS =
            List.of("2018-10", "2018-11", "2019-01", "2019-02", "2024-01", "2024-02", "2024-03");

    private RealFiles() {}

    public static Path street(Path folder, String month) {
        return unpack(folder, month + "-staffordshire-street.csv");
    }

    public static List<Path> allStreet(Path folder) {
        return STREET_MONTHS.stream().map(month -> street(folder, month)).toList();
    }

    public static Path homeOffice(Path folder) {
        return unpack(folder, "prc-pfa-2017-18.csv");
    }

    private static Path unpack(Path folder, String name) {
        Path file = folder.resolve(name);
        String resource = "/org/witan/statistics/real/" + name + ".gz";
        try (InputStream packed = Objects.requireNonNull(RealFiles.class.getResourceAsStream(resource), resource);
                InputStream in = new GZIPInputStream(packed)) {
            Files.copy(in, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
