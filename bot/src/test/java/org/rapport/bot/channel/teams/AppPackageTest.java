package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The app package as {@code deploy/teams/package} writes it: the manifest's public schema, and what
 * the documentation of app packages asks besides.
 */
class AppPackageTest {
  private static final String APP = "11111111-2222-3333-4444-555555555555";
  private static final String HOST = "rapport.example.nhs.uk";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("rapport-teams.zip");
    assertThat(run(APP, HOST, file.toString())).isZero();
  }

  @Test
  void itHoldsTheManifestAndItsIconsAndNothingElse() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactlyInAnyOrder("manifest.json", "color.png", "outline.png");
    }
  }

  @Test
  void theManifestIsOfItsSchema() throws IOException {
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(schema()).validate(manifest()))
        .isEmpty();
  }

  @Test
  void everyPlaceholderIsFilledIn() throws IOException {
    assertThat(manifest().toString()).doesNotContain("APP-ID", "YOUR-HOST");
    assertThat(manifest().path("id").asText()).isEqualTo(APP);
    assertThat(manifest().findValuesAsText("botId")).containsExactly(APP, APP);
    assertThat(manifest().path("validDomains")).extracting(JsonNode::asText).containsExactly(HOST);
  }

  @Test
  void theCommandsAreThoseThatTheBotAnswers() throws IOException {
    JsonNode commands = manifest().at("/composeExtensions/0/commands");
    assertThat(commands)
        .extracting(command -> command.path("id").asText())
        .containsExactly(TeamsExtension.ASK, TeamsExtension.REPLY);
    assertThat(commands.at("/0/parameters/0/name").asText()).isEqualTo(TeamsExtension.QUESTION);
    assertThat(commands.at("/1/fetchTask").asBoolean()).isTrue();
    assertThat(manifest().at("/bots/0/supportsFiles").asBoolean()).isTrue();
  }

  /** Teams shows no more of a command than 32 characters, and 10 of them. */
  @Test
  void commandsFitTheMenuOfTeams() throws IOException {
    for (JsonNode list : manifest().at("/bots/0/commandLists")) {
      assertThat(list.path("commands")).hasSizeLessThanOrEqualTo(10);
      assertThat(list.path("commands"))
          .allSatisfy(command -> {
            assertThat(command.path("title").asText()).hasSizeLessThanOrEqualTo(32);
            assertThat(command.path("description").asText()).hasSizeLessThanOrEqualTo(128);
          });
    }
  }

  @Test
  void theIconsHaveTheirSizesAndTheOutlineIsWhiteOnNothing() throws IOException {
    BufferedImage color = image("color.png");
    assertThat(List.of(color.getWidth(), color.getHeight())).containsExactly(192, 192);
    BufferedImage outline = image("outline.png");
    assertThat(List.of(outline.getWidth(), outline.getHeight())).containsExactly(32, 32);
    for (int pixel : outline.getRGB(0, 0, 32, 32, null, 0, 32)) {
      assertThat((pixel >>> 24) == 0 || (pixel & 0xFFFFFF) == 0xFFFFFF).isTrue();
    }
  }

  @Test
  void whatIsNoAppIdOrNoHostIsRefused() throws Exception {
    assertThat(run("not-an-id", HOST)).isEqualTo(2);
    assertThat(run(APP, "https://rapport.example/")).isEqualTo(2);
    assertThat(run(APP)).isEqualTo(2);
  }

  private int run(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("../deploy/teams/package"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start()
        .waitFor();
  }

  private JsonNode manifest() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("manifest.json"))) {
      return TeamsJson.MAPPER.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private BufferedImage image(String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return ImageIO.read(in);
    }
  }

  private static JsonNode schema() throws IOException {
    try (InputStream in =
        AppPackageTest.class.getResourceAsStream("/schemas/teams-manifest-1.24.json")) {
      // Java has no backspace by this name in a class of characters.
      String readable =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\\\\b", "\\\\u0008");
      ObjectNode schema = (ObjectNode) TeamsJson.MAPPER.readTree(readable);
      schema.remove("id");
      return schema;
    }
  }
}
