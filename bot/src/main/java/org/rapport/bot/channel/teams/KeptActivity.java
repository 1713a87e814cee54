package org.rapport.bot.channel.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.inbox.Arrival;
import org.rapport.knowledge.Question;

/**
 * What is kept of an activity that is answered after its acknowledgement: only what the answer
 * needs, with its words masked.
 *
 * @param turn as Teams might have sent it
 * @param isWhole false if the words could not be kept, so that they must be asked for again
 */
record KeptActivity(TeamsTurn turn, boolean isWhole) {
  private static final List<String> FIELDS =
      List.of("id", "channelId", "serviceUrl", "recipient", "conversation");
  private static final List<String> CLAIMS =
      List.of(
          AuthenticationConstants.AUDIENCE_CLAIM,
          "iss",
          AuthenticationConstants.APPID_CLAIM,
          AuthenticationConstants.SERVICE_URL_CLAIM);

  /** What arrived, if it is something that a person wrote to the bot. */
  static Optional<Arrival> of(TeamsTurn turn) {
    Activity activity = turn.activity();
    return TeamsText.isForUs(activity)
        ? Optional.of(of(turn, TeamsText.questionWithoutNames(activity)))
        : Optional.empty();
  }

  /** What arrived by the press of a button that asks a question; kept as if it were typed. */
  static Arrival pressed(TeamsTurn turn, String question) {
    return of(turn, question);
  }

  /**
   * Reads what was kept.
   *
   * @throws IllegalArgumentException if this is something else
   */
  static KeptActivity read(String kept) {
    try {
      JsonNode json = TeamsJson.MAPPER.readTree(kept);
      byte[] activity = json.path("activity").toString().getBytes(UTF_8);
      if (ActivityReader.read(activity) instanceof ActivityReader.Reading.Whole whole) {
        return new KeptActivity(
            new TeamsTurn(identity(json.path("identity")), whole.activity()),
            json.path("whole").asBoolean());
      }
      throw new IllegalArgumentException("Expected a whole activity");
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("Expected JSON", broken);
    }
  }

  private static Arrival of(TeamsTurn turn, String typed) {
    // The coach reads no more than that.
    PersonalData words =
        PersonalData.find(typed.substring(0, Math.min(typed.length(), Question.MAX_LENGTH)));
    ObjectNode kept = TeamsJson.MAPPER.createObjectNode();
    kept.put("whole", !words.isDropped());
    kept.set("identity", identity(turn.identity()));
    kept.set("activity", activity(turn.activity(), words.isDropped() ? "" : words.spoken()));
    return new Arrival(Address.Kind.TEAMS, FirstTime.names(turn.activity()), kept.toString());
  }

  private static ObjectNode activity(Activity from, String words) {
    ObjectNode all = TeamsJson.MAPPER.valueToTree(from);
    ObjectNode kept = all.deepCopy().retain(FIELDS);
    kept.put("type", ActivityTypes.MESSAGE);
    kept.put("text", words);
    kept.set("from", ((ObjectNode) all.path("from")).retain("id", "aadObjectId", "role"));
    kept.putObject("channelData").set("tenant", all.path("channelData").path("tenant"));
    ArrayNode mentions = kept.putArray("entities");
    mention(mentions, all.path("recipient"));
    TeamsText.mentionsOfPeople(from).forEach(other -> mention(mentions, other.path("mentioned")));
    ArrayNode files = kept.putArray("attachments");
    all.path("attachments")
        .forEach(attachment -> {
          if (TeamsFiles.isFile(attachment.path("contentType").asText())) {
            files.add(attachment);
          }
        });
    return kept;
  }

  /** Who was mentioned, without the name. */
  private static void mention(ArrayNode mentions, JsonNode who) {
    ObjectNode mentioned = mentions.addObject().put("type", "mention").putObject("mentioned");
    List.of("id", "aadObjectId").forEach(field -> mentioned.put(field, who.path(field).asText("")));
  }

  private static ObjectNode identity(ClaimsIdentity identity) {
    ObjectNode kept = TeamsJson.MAPPER.createObjectNode();
    kept.put("type", identity.getType());
    kept.put("issuer", identity.getIssuer());
    kept.set("claims", TeamsJson.tree(identity.claims()).<ObjectNode>deepCopy().retain(CLAIMS));
    return kept;
  }

  private static ClaimsIdentity identity(JsonNode kept) {
    Map<String, String> claims = new HashMap<>();
    kept.path("claims").properties().forEach(it -> claims.put(it.getKey(), it.getValue().asText()));
    return new ClaimsIdentity(
        kept.path("issuer").textValue(), kept.path("type").textValue(), claims);
  }
}
