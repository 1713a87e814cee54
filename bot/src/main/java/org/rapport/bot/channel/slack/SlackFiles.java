package org.rapport.bot.channel.slack;

import com.slack.api.model.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.rapport.bot.Loopback;
import org.rapport.bot.Settings;
import org.rapport.bot.channel.Download;
import org.rapport.bot.channel.GivenFile;

/** Files that somebody sent in Slack. They are fetched with the bot's token, from Slack alone. */
final class SlackFiles implements AutoCloseable {
  private static final String HOST = "files.slack.com";
  private static final int HTTPS_PORT = 443;
  private static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(2);

  private final OkHttpClient client;
  private final Download download;
  private final HttpUrl api;
  private final String token;
  private final SlackTrouble trouble;

  SlackFiles(Settings.Slack settings, Duration replyWithin, SlackTrouble trouble) {
    this.client =
        new OkHttpClient.Builder()
            .connectTimeout(replyWithin)
            .readTimeout(replyWithin)
            .callTimeout(LONGEST_DOWNLOAD)
            .build();
    this.download = new Download(client);
    this.api = HttpUrl.get(settings.apiUrl().toString());
    this.token = settings.botToken();
    this.trouble = trouble;
  }

  /** What an event tells of a file, which may be missing in part. */
  GivenFile given(File file) {
    return new Given(
        this,
        Optional.ofNullable(file.getName()).orElse(""),
        file.getSize() == null ? OptionalLong.empty() : OptionalLong.of(file.getSize()),
        Optional.ofNullable(file.getUrlPrivateDownload()).map(HttpUrl::parse));
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
  }

  private record Given(SlackFiles slack, String name, OptionalLong size, Optional<HttpUrl> address)
      implements GivenFile {
    @Override
    public Fetched fetch(Path into, long mostBytes) {
      Optional<HttpUrl> own = address.filter(slack::isSlacks);
      return own.isPresent()
          ? slack.fetch(own.get(), size, into, mostBytes)
          : slack.noted(Fetched.FAILED, "foreign_address");
    }
  }

  private GivenFile.Fetched fetch(HttpUrl address, OptionalLong size, Path into, long mostBytes) {
    Request request =
        new Request.Builder().url(address).header("Authorization", "Bearer " + token).build();
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
