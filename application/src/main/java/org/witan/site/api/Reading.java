package org.witan.site.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// Reads a body strictly: UTF-8, one document, no name twice, no name that is not known, nothing deep or long, and each
/// value of the type it should have.
@Component
public final class Reading {
    private static final int MOST_LETTERS = 16_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(MOST_LETTERS)
                            .maxNumberLength(20)
                            .maxNameLength(60)
                            .maxDocumentLength(BoundedRequest.MOST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                            .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
            .build();

    /// The value that a body holds.
    ///
    /// @throws Unusable when it cannot be read (400), or is JSON of another shape (422)
    public <T> T read(byte[] body, Class<T> type) {
        String text = text(body);
        T read = parsed(text, type);
        if (read == null) {
            throw new Unusable(Fault.INVALID);
        }
        return read;
    }

    private static <T> @Nullable T parsed(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (DatabindException shape) {
            throw new Unusable(Fault.INVALID, place(shape));
        } catch (JacksonException unreadable) {
            throw new Unusable(Fault.BAD_REQUEST);
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new Unusable(Fault.BAD_REQUEST);
        }
    }

    /// Where it is wrong, by the names of our own fields; a name that is not ours is not repeated.
    private static String place(DatabindException shape) {
        if (shape instanceof UnrecognizedPropertyException) {
            return "";
        }
        return shape.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining());
    }
}
