package org.witan.statistics.synthetic;

import static org.witan.statistics.synthetic.CrimeLine.ascii;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.witan.statistics.BadInput;
import org.witan.statistics.synthetic.CrimeLine.Version;

/// Invented police extracts in the shape of `docs/extract-schema.md`, for demonstrations, tests and measurements.
///
/// The same rows, seed and options give the same bytes on every platform. Rows are in the order of the day they were
/// recorded, memory does not grow with their number, and every row says that it is invented.
///
/// Source of the totals: `staffordshire-calibration.csv` and `staffordshire-mix.csv` beside this class, row by row.
public final class SyntheticExtract {
    /// Far more than a partnership will ever hold, and small enough that no count overflows.
    private static final long MOST_ROWS = 10_000_000_000L;

    private static final long PERSONS_SALT = 0x7065_7273_6F6E_7321L;
    private static final long CORRECTIONS_SALT = 0x636F_7272_6563_7421L;

    private final SyntheticOptions options;
    private final long seed;
    private final Districts districts = new Districts();
    private final Profile.Catalogue profiles = new Profile.Catalogue();

    private SyntheticExtract(SyntheticOptions options, long seed) {
        this.options = options;
        this.seed = seed;
        check();
    }

    /// The rows at which the published totals are met exactly: all seven years of the force.
    public static long naturalRows() {
        return naturalRows(SyntheticOptions.demo());
    }

    /// The rows at which the published totals inside the chosen years and districts are met exactly.
    public static long naturalRows(SyntheticOptions options) {
        return new SyntheticExtract(options, 0)
                .natural().stream().mapToLong(Cell::count).sum();
    }

    /// Writes the demo's extract with exactly so many rows.
    ///
    /// @throws BadInput when the number is not from 1 to 10,000,000,000 or the file cannot be written
    public static void write(Path out, long rows, long seed) {
        write(out, rows, seed, SyntheticOptions.demo());
    }

    /// Writes an extract with exactly so many rows.
    ///
    /// @throws BadInput when the number is not from 1 to 10,000,000,000, an option is unknown or the file cannot be
    /// written
    public static void write(Path out, long rows, long seed, SyntheticOptions options) {
        new SyntheticExtract(options, seed).writeFile(out, rows, false);
    }

    /// Writes the file that a force would send later: the crimes of [#write] with the same arguments that were
    /// cancelled or have a later outcome, under the same references.
    ///
    /// @return how many rows it has
    /// @throws BadInput as [#write]
    public static long writeCorrections(Path out, long rows, long seed, SyntheticOptions options) {
        return new SyntheticExtract(options, seed).writeFile(out, rows, true);
    }

    private void check() {
        for (int year : options.years()) {
            if (year < FinancialYears.FIRST || year > FinancialYears.LAST) {
                throw new BadInput("Synthetic extracts cover the financial years 2017-18 to 2023-24, not "
                        + FinancialYears.name(year) + ".");
            }
        }
        for (var district : options.districts()) {
            if (!districts.codes().contains(district)) {
                throw new BadInput("Synthetic extracts cover these Staffordshire districts: "
                        + String.join(", ", districts.codes()) + "; not " + district + ".");
            }
        }
        if (options.years().isEmpty() || !(options.corrected() >= 0 && options.corrected() <= 1)) {
            throw new BadInput("A synthetic extract needs at least one year, and a corrected share from 0 to 1.");
        }
    }

    private List<Cell> natural() {
        var set = new NaturalSet(districts);
        return options.years().stream()
                .sorted()
                .flatMap(year -> set.cells(year).stream())
                .filter(this::isInside)
                .toList();
    }

    private boolean isInside(Cell cell) {
        return options.districts().isEmpty()
                || (cell.district() != districts.notKnown()
                        && options.districts().contains(districts.codes().get(cell.district())));
    }

    private long writeFile(Path out, long rows, boolean corrections) {
        if (rows < 1 || rows > MOST_ROWS) {
            throw new BadInput("A synthetic extract has from 1 to 10,000,000,000 rows, not " + rows + ".");
        }
        try (var stream = Files.newOutputStream(out)) {
            return writeRows(stream, rows, corrections);
        } catch (IOException e) {
            removeUnfinished(out);
            throw new BadInput(
                    "The synthetic extract cannot be written to " + out.getFileName()
                            + "; check that its folder exists, is writable and has room.",
                    e);
        }
    }

    // Half a file would load without complaint; a device or a folder is not ours to remove.
    private static void removeUnfinished(Path out) {
        try {
            if (Files.isRegularFile(out)) {
                Files.delete(out);
            }
        } catch (IOException e) {
            // The first failure is the one to tell of; this one has the same cause.
            return;
        }
    }

    private long writeRows(OutputStream stream, long rows, boolean corrections) throws IOException {
        var lines = new Lines(stream);
        var columns = options.persons()
                ? Stream.concat(Columns.CRIME.stream(), Columns.PERSONS.stream())
                        .toList()
                : Columns.CRIME;
        lines.text(ascii(String.join(",", columns))).end();
        var dice = new Dice(seed);
        var sample = Sample.of(natural(), rows, dice);
        var writing = new Writing(lines, dice, corrections);
        for (int year : options.years().stream().sorted().toList()) {
            writing.begin(year);
            var cells = sample.stream().filter(cell -> cell.year() == year).toList();
            new RecordingYear(year, cells, dice).record(writing::crime);
        }
        lines.flush();
        return writing.written;
    }

    /// One file being written.
    private final class Writing {
        private final Lines lines;
        private final boolean corrections;
        private final CrimeLine crimes;
        private final InventedPersons persons;
        private final Dice fate = new Dice(seed ^ CORRECTIONS_SALT);
        private byte[] reference = {};
        private long number;
        private long written;

        Writing(Lines lines, Dice dice, boolean corrections) {
            this.lines = lines;
            this.corrections = corrections;
            this.crimes = new CrimeLine(lines, dice, districts, profiles);
            this.persons = new InventedPersons(lines, new Dice(seed ^ PERSONS_SALT));
        }

        /// A reference holds the seed and the year, so that files of different seeds never replace each
        /// other's rows.
        void begin(int year) {
            reference = ascii("SYN-" + Long.toUnsignedString(seed, 36) + "-" + year + "-");
            number = 0;
        }

        void crime(Cell cell, int day) throws IOException {
            boolean kept = !corrections || fate.chance(options.corrected());
            var version =
                    corrections ? fate.chance(0.5) ? Version.CANCELLED : Version.CHARGED_SINCE : Version.AS_RECORDED;
            var victim = crimes.write(reference, ++number, day, cell, version);
            if (options.persons()) {
                persons.write(victim, day);
            }
            if (kept) {
                lines.end();
                written++;
            } else {
                lines.takeBack();
            }
        }
    }
}
