package org.witan.site.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// A request whose body was read and is not too large, whatever it said of its length.
final class BoundedRequest extends HttpServletRequestWrapper {
    static final int MOST = 64 * 1024;
    private final byte[] body;

    private BoundedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static BoundedRequest of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST) {
            throw new Unusable(Fault.TOO_LARGE);
        }
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            throw new Unusable(Fault.TOO_LARGE);
        }
        return new BoundedRequest(request, body);
    }

    @Override
    public ServletInputStream getInputStream() {
        var content = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return content.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("The body is there already.");
            }

            @Override
            public int read() {
                return content.read();
            }

            @Override
            public int read(byte[] into, int from, int most) {
                return content.read(into, from, most);
            }
        };
    }
}
