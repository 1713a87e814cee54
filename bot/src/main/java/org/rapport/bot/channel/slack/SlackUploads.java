package org.rapport.bot.channel.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.SentFile;

/** Sends a person a file in their own chat with the bot, where nobody else sees it. */
final class SlackUploads {
  private final Slack slack;
  private final SlackTokens tokens;
  private final SlackTrouble trouble;

  SlackUploads(Slack slack, SlackTokens tokens, SlackTrouble trouble) {
    this.slack = slack;
    this.tokens = tokens;
    this.trouble = trouble;
  }

  /** Sends it and says whether Slack took it; never throws for anything that Slack does. */
  boolean toPerson(Address to, SentFile file) {
    return switch (tokens.in(SlackTeam.workspace(to.workspace()))) {
      case SlackTokens.BotToken.Good token -> send(slack.methods(token.value()), to.user(), file);
      case SlackTokens.BotToken.NotInstalled _, SlackTokens.BotToken.Away _ -> {
        trouble.note("files.upload", "no_token");
        yield false;
      }
    };
  }

  private boolean send(MethodsClient methods, String user, SentFile file) {
    try {
      ConversationsOpenResponse chat =
          methods.conversationsOpen(request -> request.users(List.of(user)));
      return took("conversations.open", chat)
          && took(
              "files.upload",
              methods.filesUploadV2(request ->
                  request
                      .channel(chat.getChannel().getId())
                      .filename(file.name())
                      .title(file.name())
                      .content(file.text())
                      .requestFileInfo(false)));
    } catch (SlackFilesUploadV2Exception refused) {
      trouble.note("files.upload", "refused");
      return false;
    } catch (IOException | SlackApiException | JsonParseException failed) {
      trouble.note("files.upload", "no_reply");
      return false;
    }
  }

  private boolean took(String what, SlackApiTextResponse response) {
    if (!response.isOk()) {
      trouble.note(what, Optional.ofNullable(response.getError()).orElse("unknown"));
    }
    return response.isOk();
  }
}
