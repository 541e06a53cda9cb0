package org.witan.meeting;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What holds for a board: what it set for itself, and what is shipped where it set nothing.
public final class Settings {
    private final Map<Setting, Line> lines;

    Settings(List<Line> lines) {
        this.lines = new EnumMap<>(Setting.class);
        lines.forEach(line -> this.lines.put(line.setting(), line));
    }

    /// The value of a setting.
    public int value(Setting setting) {
        return line(setting).value();
    }

    /// A setting with where it comes from.
    public Line line(Setting setting) {
        return Objects.requireNonNull(lines.get(setting));
    }

    /// One setting of a board.
    ///
    /// @param source why it was set so, or where what is shipped comes from
    /// @param since when it was set; null for what is shipped
    public record Line(
            Setting setting,
            String words,
            String unit,
            int value,
            int least,
            int most,
            String source,
            @Nullable Instant since) {}
}
