package org.rapport.bot.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.people.HeldData;
import org.rapport.bot.people.JoinRequest;
import org.rapport.bot.people.Platform;
import org.rapport.bot.people.Position;
import org.rapport.bot.people.Preferences;

/** Everything that is held about a person as one JSON object, for them and for other programs. */
final class HeldDataJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private HeldDataJson() {}

  static String of(HeldData held) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("person", held.id())
            .put("organisation", held.organisation())
            .put("since", held.since().toString())
            .put("introduced", held.introduced().map(Instant::toString).orElse(null))
            .put("role", held.granted().id());
    held.addresses().forEach(at -> node.withArray("addresses").add(AddressText.of(at)));
    held.preferences().ifPresent(wanted -> add(node.putObject("preferences"), wanted));
    ArrayNode history = node.putArray("history");
    held.history()
        .forEach(each ->
            history
                .addObject()
                .put("at", each.at().toString())
                .put("question", each.question())
                .put("title", each.title().orElse(null))
                .put("section", each.section().orElse(null)));
    ArrayNode codes = node.putArray("codes");
    held.codes()
        .forEach(code ->
            codes.addObject().put("for", code.purpose()).put("until", code.until().toString()));
    ArrayNode joining = node.putArray("joining");
    held.joining().forEach(request -> add(joining.addObject(), request));
    ArrayNode records = node.putArray("records");
    held.signed().forEach(records::add);
    return node.toPrettyString();
  }

  private static void add(ObjectNode node, Preferences wanted) {
    node.put("position", wanted.position().map(Position::id).orElse(null))
        .put("stage", wanted.stage().number());
    ArrayNode platforms = node.putArray("platforms");
    wanted.platforms().stream().sorted().map(Platform::id).forEach(platforms::add);
    node.put("zone", wanted.zone().getId())
        .put("nudgeDay", wanted.nudgeDay().name().toLowerCase(Locale.ROOT))
        .put("nudgeTime", wanted.nudgeTime().toString())
        .put("quietFrom", wanted.quiet().from().toString())
        .put("quietTo", wanted.quiet().to().toString())
        .put("pausedUntil", wanted.pausedUntil().map(LocalDate::toString).orElse(null))
        .put("stopped", wanted.stopped())
        .put("keepsHistory", wanted.keepsHistory());
  }

  private static void add(ObjectNode node, JoinRequest request) {
    node.put("host", request.host().name())
        .put("hostAt", AddressText.of(request.hostAt()))
        .put("guest", request.guest().name())
        .put("guestAt", AddressText.of(request.guestAt()));
  }
}
