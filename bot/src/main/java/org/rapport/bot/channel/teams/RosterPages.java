package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Asks Teams for one page of who is in a conversation. The SDK's own call of that name cannot be
 * made: its address is not one that its HTTP library takes.
 */
final class RosterPages {
  /** As many as Teams gives at once. */
  private static final int PAGE = 500;

  private static final int LARGEST = 4 * 1024 * 1024;
  private static final int LONGEST_TOKEN = 4000;

  private final OkHttpClient client;

  /**
   * @param client sends our token along, and tries nothing again
   */
  RosterPages(OkHttpClient client) {
    this.client = client;
  }

  /** What came of asking. */
  sealed interface Page {
    /**
     * Some members.
     *
     * @param next asks for those that come after; empty after the last
     */
    record Read(List<JsonNode> members, Optional<String> next) implements Page {
      public Read {
        members = List.copyOf(members);
      }
    }

    /**
     * No answer.
     *
     * @param reason a short code
     * @param retryAfter how long Teams wants to be left alone; empty if it did not say
     * @param passing whether it may be worth another try
     */
    record Missed(String reason, Optional<Duration> retryAfter, boolean passing) implements Page {}
  }

  /**
   * The next page.
   *
   * @param token what the page before said; empty for the first
   */
  Page page(TeamsReference of, Optional<String> token) {
    if (!Loopback.safe(URI.create(of.serviceUrl()))) {
      return new Page.Missed("address", Optional.empty(), false);
    }
    Request request = new Request.Builder().url(address(of, token)).build();
    try (Response response = client.newCall(request).execute()) {
      return response.isSuccessful() ? read(response.body()) : missed(response);
    } catch (JsonProcessingException garbled) {
      return garbled();
    } catch (IOException lost) {
      return new Page.Missed("no_reply", Optional.empty(), true);
    }
  }

  private static HttpUrl address(TeamsReference of, Optional<String> token) {
    HttpUrl.Builder address =
        HttpUrl.get(of.serviceUrl())
            .newBuilder()
            .addPathSegments("v3/conversations")
            .addPathSegment(of.conversation())
            .addPathSegment("pagedmembers")
            .addQueryParameter("pageSize", "" + PAGE);
    token.ifPresent(next -> address.addQueryParameter("continuationToken", next));
    return address.build();
  }

  private static Page read(@Nullable ResponseBody body) throws IOException {
    if (body == null) {
      return garbled();
    }
    JsonNode page = TeamsJson.MAPPER.readTree(body.byteStream().readNBytes(LARGEST));
    if (!page.path("members").isArray()) {
      return garbled();
    }
    List<JsonNode> members = new ArrayList<>();
    page.path("members").forEach(members::add);
    String next = page.path("continuationToken").asText("");
    return next.length() > LONGEST_TOKEN
        ? garbled()
        : new Page.Read(members, Optional.of(next).filter(token -> !token.isBlank()));
  }

  private static Page missed(Response response) {
    int status = response.code();
    return new Page.Missed(
        reason(status),
        RetryAfter.seconds(response.header("Retry-After")),
        RetryAfter.notTaken(status) || status >= 500);
  }

  private static String reason(int status) {
    return switch (status) {
      case 429 -> "rate_limited";
      case 403, 404 -> TeamsReferences.UNINSTALLED;
      default -> "http_" + status;
    };
  }

  private static Page garbled() {
    return new Page.Missed("garbled_reply", Optional.empty(), false);
  }
}
