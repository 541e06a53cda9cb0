package org.witan.site.api;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// What can be wrong with a request to the API. The names are promised to those who use it: a problem's `type` is
/// `urn:witan:problem:` and the name.
public enum Fault {
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    BAD_CURSOR(HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    SCOPE_MISSING(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    REFUSED(HttpStatus.CONFLICT),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    KEY_MISSING(HttpStatus.PRECONDITION_REQUIRED),
    VERSION_MISSING(HttpStatus.PRECONDITION_REQUIRED),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    FAILED(HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Fault(HttpStatus status) {
        this.status = status;
    }

    int status() {
        return status.value();
    }

    /// The last part of its type, which is the last part of the keys of its words too.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String type() {
        return "urn:witan:problem:" + code();
    }

    /// The fault that a bare status stands for.
    static Fault of(int status) {
        return Arrays.stream(values())
                .filter(fault -> fault.status() == status)
                .findFirst()
                .orElse(status < 500 ? BAD_REQUEST : FAILED);
    }
}
