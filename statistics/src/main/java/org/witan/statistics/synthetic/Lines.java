package org.witan.statistics.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/// Writes CSV lines as bytes, and can take back the line it is in. Values must need no quoting.
final class Lines {
    private static final int LONGEST_LINE = 4096;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 18];
    private final byte[][] days = EARLIEST.datesUntil(FinancialYears.EXTRACTED_ON.plusDays(1))
            .map(day -> day.toString().getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
    private final int firstDay = Math.toIntExact(EARLIEST.toEpochDay());
    private final byte[] digits = new byte[20];
    private int length;
    private int line;

    Lines(OutputStream out) {
        this.out = out;
    }

    Lines text(byte[] ascii) {
        System.arraycopy(ascii, 0, buffer, length, ascii.length);
        length += ascii.length;
        return this;
    }

    Lines text(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            buffer[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /// A day as `2021-04-01`.
    Lines day(int epochDay) {
        return text(days[epochDay - firstDay]);
    }

    /// A number without sign, filled with leading zeros.
    Lines number(long number, int leastDigits) {
        int at = digits.length;
        long left = number;
        while (left > 0 || digits.length - at < leastDigits) {
            digits[--at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        System.arraycopy(digits, at, buffer, length, digits.length - at);
        length += digits.length - at;
        return this;
    }

    Lines comma() {
        buffer[length++] = ',';
        return this;
    }

    void end() throws IOException {
        buffer[length++] = '\n';
        line = length;
        if (length > buffer.length - LONGEST_LINE) {
            flush();
        }
    }

    /// Takes back what was written since the last line ended.
    void takeBack() {
        length = line;
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
        line = 0;
    }
}
