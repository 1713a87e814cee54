package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.channel.Address;

/** The people whom a message in Teams mentions. */
final class TeamsMentions {
  private final TeamsReferences references;

  TeamsMentions(TeamsReferences references) {
    this.references = references;
  }

  /** Who they are, as far as Teams says it or they are known by a chat of their own. */
  List<Address> people(Activity activity) {
    Optional<Address> sender = TeamsPeople.sender(activity);
    return sender.stream()
        .flatMap(from ->
            TeamsText.mentionsOfPeople(activity).stream()
                .flatMap(mention -> who(from.workspace(), mention.path("mentioned")).stream()))
        .distinct()
        .toList();
  }

  private Optional<Address> who(String tenant, JsonNode mentioned) {
    String user = mentioned.path("aadObjectId").asText("");
    return user.isBlank()
        ? references.member(tenant, mentioned.path("id").asText(""))
        : Optional.of(new Address(Address.Kind.TEAMS, tenant, user));
  }
}
