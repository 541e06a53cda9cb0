package org.witan.access.trail;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.witan.access.TrailKey;

/// Verifies the whole trail, in the database or in an export.
///
/// @param trail the key of the trail; null when it is not known
/// @param key the key of the heads; null when not even its public half is known
/// @param heads the file with heads that were kept elsewhere; null when there is none
record Verifying(
        @Nullable TrailKey trail,
        @Nullable HeadKey key,
        @Nullable Path heads) {

    /// Verifies in the snapshot of a connection that may read everything.
    Verdict in(Connection connection) throws SQLException, IOException {
        var findings = new Findings();
        try (var beside = beside(findings)) {
            var check = new ChainCheck(new Codes(trail), key, beside, findings);
            var rows = new TrailRows(connection);
            rows.each(check);
            check.end();
            long waiting = rows.readUnsealed(new Codes(trail), findings);
            return verdict(check, beside, waiting, findings);
        }
    }

    Verdict inExport(Path file) throws IOException {
        var findings = new Findings();
        try (var beside = beside(findings)) {
            var check = new ChainCheck(new Codes(trail), key, beside, findings);
            new ExportReader(file, findings).read(check);
            check.end();
            return verdict(check, beside, 0, findings);
        }
    }

    private HeadsBeside beside(Findings findings) throws IOException {
        return heads == null ? HeadsBeside.none(findings) : HeadsBeside.of(new HeadsFile(heads), findings);
    }

    private Verdict verdict(ChainCheck check, HeadsBeside beside, long waiting, Findings findings) {
        return new Verdict(
                check.chain().rows(),
                check.chain().position(),
                check.chain().link(),
                check.heads(),
                beside.read(),
                waiting,
                trail != null,
                key != null,
                findings.count(),
                findings.first());
    }
}
