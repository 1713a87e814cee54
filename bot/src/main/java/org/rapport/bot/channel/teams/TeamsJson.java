package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import com.microsoft.bot.schema.Activity;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads and writes activities as they are on the wire. */
final class TeamsJson {

  /** The same mapper in and out. */
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addMixIn(Activity.class, PlainTimestamp.class)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private TeamsJson() {}

  /** A value of an activity, whatever it is; an empty object for none. */
  static JsonNode tree(@Nullable Object value) {
    JsonNode tree = MAPPER.valueToTree(value);
    return tree == null ? MAPPER.createObjectNode() : tree;
  }

  /** The SDK's own pattern takes a fraction for nanoseconds and refuses a time without one. */
  private abstract static class PlainTimestamp {
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    @SuppressWarnings("UnusedVariable")
    private OffsetDateTime timestamp = OffsetDateTime.MIN;
  }

  /** The SDK's own mapper writes empty {@code properties} into every object. */
  static final class Adapter extends JacksonAdapter {
    @Override
    public ObjectMapper serializer() {
      return MAPPER;
    }
  }
}
