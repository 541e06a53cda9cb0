package org.witan.linkage.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Reads UTF-8, and each byte that is none as the encoding of Windows in Western Europe has it.
///
/// A file put together from several exports holds both. Nothing is lost either way.
final class MixedEncoding extends Reader {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final InputStream stream;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean atEnd;

    MixedEncoding(InputStream stream) {
        this.stream = new BufferedInputStream(stream);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var chars = CharBuffer.wrap(into, from, length).slice();
        while (chars.position() == 0) {
            if (!bytes.hasRemaining() && !fill()) {
                return -1;
            }
            CoderResult result = decoder.decode(bytes, chars, atEnd);
            if (!chars.hasRemaining()) {
                break;
            }
            if (result.isError()) {
                chars.put(western(bytes.get()));
            } else if (result.isUnderflow() && bytes.hasRemaining() && !fill()) {
                chars.put(western(bytes.get()));
            } else if (result.isOverflow()) {
                break;
            }
        }
        return chars.position();
    }

    private static char western(byte one) {
        return new String(new byte[] {one}, WESTERN).charAt(0);
    }

    private boolean fill() throws IOException {
        bytes.compact();
        int read = atEnd ? -1 : stream.read(bytes.array(), bytes.position(), bytes.remaining());
        atEnd = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
