package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** What Teams takes as an attachment: cards by their schema, files by the documentation. */
final class AttachmentRules {
  private AttachmentRules() {}

  static void assertValid(JsonNode attachment) {
    JsonNode content = attachment.path("content");
    switch (attachment.path("contentType").asText()) {
      case TeamsSender.CARD -> CardSchema.assertValid(content);
      case "application/vnd.microsoft.teams.card.file.consent" -> {
        assertThat(attachment.path("name").asText()).isNotBlank();
        assertThat(content.path("description").asText()).isNotBlank();
        assertThat(content.path("sizeInBytes").asInt()).isPositive();
        assertThat(content.path("acceptContext").isObject()).isTrue();
        assertThat(content.path("declineContext").isObject()).isTrue();
      }
      case "application/vnd.microsoft.teams.card.file.info" -> {
        assertThat(attachment.path("name").asText()).isNotBlank();
        assertThat(attachment.path("contentUrl").asText()).startsWith("https://");
        assertThat(content.path("uniqueId").asText()).isNotBlank();
        assertThat(content.path("fileType").asText()).isNotBlank();
      }
      default -> throw new AssertionError("Teams knows no such attachment: " + attachment);
    }
  }
}
