package org.witan.marac.oldlist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.witan.marac.oldlist.ListTable.Row;
import org.witan.marac.oldlist.UnreadableList.Why;

/// Reads the tables of a Word document, each as a sheet. A cell that goes over several columns or rows stands in each.
final class DocumentCells {
    private static final int MOST_COLUMNS = 200;

    static {
        ZipSecureFile.setMaxEntrySize(80L * 1024 * 1024);
        ZipSecureFile.setMaxFileCount(2_000);
    }

    private DocumentCells() {}

    static List<List<Row>> read(byte[] file) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            var sheets = new ArrayList<List<Row>>();
            for (XWPFTable table : document.getTables()) {
                sheets.add(rows(table, sheets.size() + 1));
            }
            return sheets;
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof UnreadableList known) {
                throw known;
            }
            throw new UnreadableList(Why.BROKEN);
        }
    }

    private static List<Row> rows(XWPFTable table, int number) {
        var rows = new ArrayList<Row>();
        List<String> above = List.of();
        for (var row : table.getRows()) {
            var cells = new ArrayList<String>();
            for (XWPFTableCell cell : row.getTableCells()) {
                CTTcPr shape = cell.getCTTc().getTcPr();
                int at = cells.size();
                String text = goesOn(shape) && at < above.size() ? above.get(at) : cell.getText();
                for (int span = 0; span < columns(shape) && cells.size() < MOST_COLUMNS; span++) {
                    cells.add(text);
                }
            }
            above = List.copyOf(cells);
            rows.add(new Row(number, rows.size() + 1, cells));
            if (rows.size() > ListFile.MOST_ROWS + 1_000) {
                throw new UnreadableList(Why.TOO_LONG);
            }
        }
        return rows;
    }

    /// Whether a cell is the rest of the one above it.
    private static boolean goesOn(@Nullable CTTcPr shape) {
        return shape != null
                && shape.isSetVMerge()
                && (!shape.getVMerge().isSetVal() || shape.getVMerge().getVal() == STMerge.CONTINUE);
    }

    private static int columns(@Nullable CTTcPr shape) {
        return shape == null || !shape.isSetGridSpan()
                ? 1
                : Math.max(1, shape.getGridSpan().getVal().intValue());
    }
}
