package org.rapport.bot.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a file over HTTP, of a bounded size. It follows no redirect, so that a token goes nowhere
 * else.
 */
public final class Download {
  private static final int CHUNK = 16_384;

  private final OkHttpClient client;

  /**
   * @param client with limits of time for the whole of a call
   */
  public Download(OkHttpClient client) {
    this.client = client.newBuilder().followRedirects(false).followSslRedirects(false).build();
  }

  /** What came of a download. */
  public sealed interface Result {
    /**
     * All of it is there.
     *
     * @param mediaType such as {@code text/html}; empty if the server did not say
     */
    record Whole(long bytes, String mediaType) implements Result {}

    /** It has more bytes than may be read. */
    record TooLarge() implements Result {}

    /** The server answered with something else than a file, a redirect among others. */
    record Refused(int status) implements Result {}

    /** No answer, or not to its end. */
    record Broken() implements Result {}
  }

  /**
   * Fetches into a file that does not exist yet.
   *
   * @param mostBytes where reading ends
   */
  public Result fetch(Request request, Path into, long mostBytes) {
    try (Response response = client.newCall(request).execute()) {
      ResponseBody body = response.body();
      if (!response.isSuccessful() || body == null) {
        return new Result.Refused(response.code());
      }
      return body.contentLength() > mostBytes ? new Result.TooLarge() : copy(body, into, mostBytes);
    } catch (IOException lost) {
      return new Result.Broken();
    }
  }

  private static Result copy(ResponseBody body, Path into, long mostBytes) throws IOException {
    long bytes = 0;
    try (InputStream from = body.byteStream();
        OutputStream to = Files.newOutputStream(into, StandardOpenOption.CREATE_NEW)) {
      byte[] chunk = new byte[CHUNK];
      for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
        bytes += read;
        if (bytes > mostBytes) {
          return new Result.TooLarge();
        }
        to.write(chunk, 0, read);
      }
    }
    return new Result.Whole(bytes, mediaType(body.contentType()));
  }

  private static String mediaType(@Nullable MediaType type) {
    return type == null ? "" : type.type() + "/" + type.subtype();
  }
}
