package org.rapport.bot.channel.teams;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.rapport.bot.channel.teams.TeamsErrors.Reason;

/**
 * Puts a file where its reader let Teams make room for it. The address lets anybody write there for
 * some minutes, so no token goes along.
 */
final class FileUpload {
  private static final MediaType TYPE = MediaType.get("application/octet-stream");

  private final OkHttpClient client;
  private final TeamsErrors errors;

  FileUpload(TeamsHttp http, TeamsErrors errors) {
    this.client = http.client().build();
    this.errors = errors;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Puts all of it there at once.
   *
   * @param isHere whether Teams itself is on this machine, as in development
   * @return whether it surely is there
   */
  boolean put(String text, String address, boolean isHere) {
    return Optional.ofNullable(HttpUrl.parse(address))
        .filter(url -> url.isHttps() || (isHere && Loopback.isHost(url.host())))
        .map(url -> put(bytes(text), url))
        .orElseGet(() -> failed("address"));
  }

  private boolean put(byte[] content, HttpUrl address) {
    Request request =
        new Request.Builder()
            .url(address)
            .header("Content-Range", "bytes 0-" + (content.length - 1) + "/" + content.length)
            .put(RequestBody.create(content, TYPE))
            .build();
    try (Response response = client.newCall(request).execute()) {
      return response.isSuccessful() || failed("http_" + response.code());
    } catch (IOException lost) {
      return failed("no_reply");
    }
  }

  private boolean failed(String reason) {
    errors.note(Reason.FILE_NOT_PUT, reason);
    return false;
  }
}
