package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The official schema of Adaptive Cards 1.5, and what Teams asks besides. */
public final class CardSchema {
  private static final JsonSchema SCHEMA = load();

  private CardSchema() {}

  public static void assertValid(JsonNode card) {
    // Teams' own addition is not in the schema.
    ObjectNode plain = card.deepCopy();
    plain.remove("msteams");
    assertThat(SCHEMA.validate(plain)).as("schema of %s", card).isEmpty();
    assertThat(card.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(28 * 1024);
    for (JsonNode actions : card.findValues("actions")) {
      assertThat(actions.size()).isBetween(1, 6);
    }
    checkInputs(card);
  }

  /** What Teams asks of inputs besides: a name each, a label, and words for what is missing. */
  private static void checkInputs(JsonNode card) {
    List<String> ids = new ArrayList<>();
    for (JsonNode element : card.path("body")) {
      if (element.path("type").asText().startsWith("Input.")) {
        ids.add(element.path("id").asText());
        assertThat(element.path("label").asText()).isNotBlank();
        assertThat(element.path("isRequired").asBoolean()).isEqualTo(element.has("errorMessage"));
        checkChosen(element);
      }
    }
    assertThat(ids).doesNotHaveDuplicates().doesNotContain("", "kind", "value", "form", "about");
  }

  private static void checkChosen(JsonNode input) {
    if (input.has("choices") && input.has("value")) {
      assertThat(input.path("choices").findValuesAsText("value"))
          .contains(input.path("value").asText().split(","));
    }
  }

  private static JsonSchema load() {
    try (InputStream in =
        CardSchema.class.getResourceAsStream("/schemas/adaptive-card-1.5.0.json")) {
      // The schema's own id is an address that the validator would fetch parts from.
      ObjectNode schema = (ObjectNode) TeamsJson.MAPPER.readTree(in);
      schema.remove("$schema");
      schema.remove("id");
      return JsonSchemaFactory.getInstance(VersionFlag.V6).getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
