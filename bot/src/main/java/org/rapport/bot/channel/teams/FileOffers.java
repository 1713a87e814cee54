package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.conversation.SentFile;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;
import org.rapport.bot.message.Message;

/**
 * Files for somebody in their own chat. A bot may not just send one: Teams asks its reader first,
 * and then names where in their own OneDrive to put it. In between nothing is kept: once they
 * agree, the coach is asked again.
 */
final class FileOffers {
  static final String NAME = "fileConsent/invoke";

  private static final String CONSENT = "application/vnd.microsoft.teams.card.file.consent";
  private static final String FILE = "application/vnd.microsoft.teams.card.file.info";

  private final Responder coach;
  private final TeamsSender sender;
  private final AfterTurn after;
  private final FirstTime firstTime;
  private final FileUpload upload;
  private final Wording wording;

  FileOffers(
      Responder coach,
      TeamsSender sender,
      AfterTurn after,
      FirstTime firstTime,
      FileUpload upload,
      Wording wording) {
    this.coach = coach;
    this.sender = sender;
    this.after = after;
    this.firstTime = firstTime;
    this.upload = upload;
    this.wording = wording;
  }

  /** Offers the file of a reply; where Teams does not take that, says what is in it. */
  void offer(TurnContext turn, Incoming asked, Reply reply) {
    reply
        .file()
        .ifPresent(file -> {
          Optional<Attachment> consent = said(asked).map(words -> consent(file, words));
          if (consent.isEmpty() || !(sender.show(turn, consent.get()) instanceof SendResult.Sent)) {
            sayAll(turn, reply.fileInMessages());
          }
        });
  }

  /** Somebody agreed to a file, or did not. */
  InvokeResponse answer(TurnContext turn) {
    Activity activity = turn.getActivity();
    JsonNode value = TeamsJson.tree(activity.getValue());
    Optional<Address> from = TeamsPeople.sender(activity);
    Optional<Action.Ask> asked =
        CardAction.read(value.path("context"))
            .filter(Action.Ask.class::isInstance)
            .map(Action.Ask.class::cast);
    if (from.isEmpty() || asked.isEmpty() || TeamsPeople.inPublic(activity)) {
      return new InvokeResponse(400, null);
    }
    if (firstTime.of(activity)) {
      Optional<String> offer = Optional.ofNullable(activity.getReplyToId());
      boolean accepted = "accept".equals(value.path("action").asText());
      after.later(
          turn,
          chat -> {
            offer.ifPresent(messageId -> sender.remove(chat, messageId));
            if (accepted) {
              bring(chat, from.get(), asked.get(), value.path("uploadInfo"));
            }
          });
    }
    return new InvokeResponse(200, null);
  }

  private void bring(TurnContext chat, Address from, Action.Ask asked, JsonNode place) {
    String conversation = chat.getActivity().getConversation().getId();
    Reply reply = coach.reply(new Incoming.Asked(from, asked.question(), false, conversation));
    reply.file().ifPresent(file -> put(chat, file, place, reply.fileInMessages()));
  }

  private void put(TurnContext chat, SentFile file, JsonNode place, List<Message> inWords) {
    boolean isHere = Loopback.local(URI.create(chat.getActivity().getServiceUrl()));
    if (upload.put(file.text(), place.path("uploadUrl").asText(""), isHere)) {
      sender.show(chat, shown(file, place));
    } else {
      sayAll(chat, inWords);
    }
  }

  private void sayAll(TurnContext turn, List<Message> messages) {
    messages.forEach(message -> sender.reply(turn, message));
  }

  /** What they asked, as far as a button could say it again. */
  private static Optional<String> said(Incoming asked) {
    return asked instanceof Incoming.Asked words ? Optional.of(words.text()) : Optional.empty();
  }

  private Attachment consent(SentFile file, String words) {
    ObjectNode content =
        TeamsJson.MAPPER
            .createObjectNode()
            .put("description", wording.words("file.offer"))
            .put("sizeInBytes", FileUpload.bytes(file.text()).length);
    Action again = new Action.Ask(words);
    for (String context : List.of("acceptContext", "declineContext")) {
      content
          .putObject(context)
          .put(CardAction.KIND, ActionCodec.kind(again))
          .put(CardAction.VALUE, ActionCodec.value(again));
    }
    return attachment(CONSENT, file.name(), content);
  }

  private static Attachment shown(SentFile file, JsonNode place) {
    ObjectNode content =
        TeamsJson.MAPPER
            .createObjectNode()
            .put("uniqueId", place.path("uniqueId").asText(""))
            .put("fileType", place.path("fileType").asText(""));
    Attachment attachment = attachment(FILE, place.path("name").asText(file.name()), content);
    attachment.setContentUrl(place.path("contentUrl").asText(""));
    return attachment;
  }

  private static Attachment attachment(String type, String name, ObjectNode content) {
    Attachment attachment = new Attachment();
    attachment.setContentType(type);
    attachment.setName(name);
    attachment.setContent(content);
    return attachment;
  }
}
