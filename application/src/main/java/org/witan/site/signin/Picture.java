package org.witan.site.signin;

import io.nayuki.qrcodegen.QrCode;

/// A text as a picture that a telephone reads (QR code).
///
/// @param side how many squares it is wide, with the margin
/// @param path its dark squares, as a path of SVG
record Picture(int side, String path) {
    private static final int MARGIN = 4;

    static Picture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return new Picture(code.size + 2 * MARGIN, path.toString());
    }
}
