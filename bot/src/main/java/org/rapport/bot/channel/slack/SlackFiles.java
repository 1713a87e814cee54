package org.rapport.bot.channel.slack;

import com.slack.api.model.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.rapport.bot.Loopback;
import org.rapport.bot.channel.Download;
import org.rapport.bot.channel.GivenFile;

/**
 * Files that somebody sent in Slack. They are fetched with the bot's token there, from Slack alone.
 */
final class SlackFiles implements AutoCloseable {
  private static final String HOST = "files.slack.com";
  private static final int HTTPS_PORT = 443;
  private static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(2);

  private final OkHttpClient client;
  private final Download download;
  private final HttpUrl api;
  private final SlackTokens tokens;
  private final SlackTrouble trouble;

  SlackFiles(URI apiUrl, SlackTokens tokens, Duration replyWithin, SlackTrouble trouble) {
    this.client =
        new OkHttpClient.Builder()
            .connectTimeout(replyWithin)
            .readTimeout(replyWithin)
            .callTimeout(LONGEST_DOWNLOAD)
            .build();
    this.download = new Download(client);
    this.api = HttpUrl.get(apiUrl.toString());
    this.tokens = tokens;
    this.trouble = trouble;
  }

  /** What an event in a workspace tells of a file, which may be missing in part. */
  GivenFile given(String workspace, File file) {
    return new Given(
        this,
        SlackTeam.workspace(workspace),
        Optional.ofNullable(file.getName()).orElse(""),
        file.getSize() == null ? OptionalLong.empty() : OptionalLong.of(file.getSize()),
        Optional.ofNullable(file.getUrlPrivateDownload()).map(HttpUrl::parse));
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
  }

  private record Given(
      SlackFiles slack, SlackTeam team, String name, OptionalLong size, Optional<HttpUrl> address)
      implements GivenFile {
    @Override
    public Fetched fetch(Path into, long mostBytes) {
      Optional<HttpUrl> own = address.filter(slack::isSlacks);
      if (own.isEmpty()) {
        return slack.noted(Fetched.FAILED, "foreign_address");
      }
      return switch (slack.tokens.in(team)) {
        case SlackTokens.BotToken.Good token ->
            slack.fetch(request(own.get(), token), size, into, mostBytes);
        case SlackTokens.BotToken.NotInstalled _ -> slack.noted(Fetched.FAILED, "not_installed");
        case SlackTokens.BotToken.Away away -> slack.noted(Fetched.FAILED, away.reason());
      };
    }

    private static Request request(HttpUrl address, SlackTokens.BotToken.Good token) {
      return new Request.Builder()
          .url(address)
          .header("Authorization", "Bearer " + token.value())
          .build();
    }
  }

  private GivenFile.Fetched fetch(Request request, OptionalLong size, Path into, long mostBytes) {
    return switch (download.fetch(request, into, mostBytes)) {
      case Download.Result.Whole whole when isSignIn(whole, size) ->
          noted(GivenFile.Fetched.FORBIDDEN, "sign_in");
      case Download.Result.Whole _ -> GivenFile.Fetched.WHOLE;
      case Download.Result.TooLarge _ -> GivenFile.Fetched.TOO_LARGE;
      case Download.Result.Refused refused -> refused(refused.status());
      case Download.Result.Broken _ -> noted(GivenFile.Fetched.FAILED, "no_reply");
    };
  }

  /** Without the scope, Slack answers with its page to sign in, or leads there. */
  private static boolean isSignIn(Download.Result.Whole whole, OptionalLong size) {
    return whole.mediaType().equals("text/html")
        && (size.isEmpty() || size.getAsLong() != whole.bytes());
  }

  private GivenFile.Fetched refused(int status) {
    boolean forbidden = status == 401 || status == 403 || (status >= 300 && status < 400);
    return noted(
        forbidden ? GivenFile.Fetched.FORBIDDEN : GivenFile.Fetched.FAILED, "http_" + status);
  }

  private GivenFile.Fetched noted(GivenFile.Fetched fetched, String reason) {
    trouble.note("a file", reason);
    return fetched;
  }

  /** Whatever an event says, the token goes to Slack's own host; in tests, to this machine. */
  private boolean isSlacks(HttpUrl address) {
    if (Loopback.is(api.host())) {
      return address.scheme().equals(api.scheme()) && address.host().equals(api.host());
    }
    return address.isHttps() && address.host().equals(HOST) && address.port() == HTTPS_PORT;
  }
}
