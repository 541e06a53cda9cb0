package org.witan.site.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.witan.access.Absent;
import org.witan.access.NotAViewer;
import org.witan.access.Refused;
import org.witan.access.systems.KeyReused;
import org.witan.access.systems.NoSuch;
import org.witan.site.Wording;

/// Answers for a path of the API whose work could not be done.
@RestControllerAdvice(annotations = ApiResource.class)
@Order(0)
class ApiRefusals {
    private final Problems problems;
    private final Wording words;

    ApiRefusals(Problems problems, Wording words) {
        this.problems = problems;
        this.words = words;
    }

    @ExceptionHandler(Absent.class)
    void absent(HttpServletResponse response) throws IOException {
        problems.answer(response, Fault.NOT_FOUND);
    }

    /// An id that is none cannot be there, and says nothing of those that are.
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletResponse response) throws IOException {
        problems.answer(response, mistyped.getName().equals("id") ? Fault.NOT_FOUND : Fault.BAD_REQUEST);
    }

    @ExceptionHandler(ServletRequestBindingException.class)
    void incomplete(HttpServletResponse response) throws IOException {
        problems.answer(response, Fault.BAD_REQUEST);
    }

    @ExceptionHandler(Refused.class)
    void refused(Refused refused, HttpServletResponse response) throws IOException {
        problems.answer(response, Fault.REFUSED, Map.of("detail", words.the(refused.reason())));
    }

    @ExceptionHandler(NotAViewer.class)
    void noLongerActing(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"witan\", error=\"invalid_token\"");
        problems.answer(response, Fault.UNAUTHENTICATED);
    }

    @ExceptionHandler(Unusable.class)
    void unusable(Unusable unusable, HttpServletResponse response) throws IOException {
        answer(response, unusable.fault(), unusable.field());
    }

    @ExceptionHandler(UnusableFields.class)
    void unusableFields(UnusableFields unusable, HttpServletResponse response) throws IOException {
        problems.answer(response, Fault.INVALID, Map.of("fields", unusable.fields()));
    }

    @ExceptionHandler(NoSuch.class)
    void noSuch(NoSuch missing, HttpServletResponse response) throws IOException {
        if (missing.field().equals("cursor")) {
            problems.answer(response, Fault.BAD_CURSOR);
        } else {
            answer(response, Fault.INVALID, missing.field());
        }
    }

    @ExceptionHandler(KeyReused.class)
    void keyReused(HttpServletResponse response) throws IOException {
        problems.answer(response, Fault.KEY_REUSED);
    }

    private void answer(HttpServletResponse response, Fault fault, String field) throws IOException {
        problems.answer(response, fault, field.isEmpty() ? Map.of() : Map.of("field", field));
    }
}
