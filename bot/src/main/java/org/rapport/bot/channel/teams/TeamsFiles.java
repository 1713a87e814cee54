package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Download;
import org.rapport.bot.channel.GivenFile;
import org.rapport.bot.channel.teams.TeamsErrors.Reason;

/**
 * Files that somebody sent in Teams. Each comes with an address where anybody may fetch it for some
 * minutes, so no token goes there.
 */
final class TeamsFiles {
  private static final String FILE = "application/vnd.microsoft.teams.file.download.info";

  private final Download download;
  private final TeamsErrors errors;

  TeamsFiles(TeamsHttp http, TeamsErrors errors) {
    this.download = new Download(http.client().build());
    this.errors = errors;
  }

  /** Whether an attachment of this type is a file that somebody sent. */
  static boolean isFile(@Nullable String contentType) {
    return FILE.equals(contentType);
  }

  /**
   * The files in a message; pictures and formatted words, which come as attachments too, are none.
   */
  List<GivenFile> given(Activity activity) {
    boolean isHere = Loopback.local(URI.create(activity.getServiceUrl()));
    return Optional.ofNullable(activity.getAttachments()).orElse(List.of()).stream()
        .filter(attachment -> attachment != null && isFile(attachment.getContentType()))
        .map(attachment -> given(attachment, isHere))
        .toList();
  }

  private GivenFile given(Attachment attachment, boolean isHere) {
    JsonNode content = TeamsJson.MAPPER.valueToTree(attachment.getContent());
    String address = content == null ? "" : content.path("downloadUrl").asText("");
    return new Given(
        this,
        Optional.ofNullable(attachment.getName()).orElse(""),
        Optional.ofNullable(HttpUrl.parse(address))
            .filter(url -> url.isHttps() || (isHere && Loopback.isHost(url.host()))));
  }

  private record Given(TeamsFiles teams, String name, Optional<HttpUrl> address)
      implements GivenFile {
    /** Teams does not say. */
    @Override
    public OptionalLong size() {
      return OptionalLong.empty();
    }

    @Override
    public Fetched fetch(Path into, long mostBytes) {
      return address.isPresent()
          ? teams.fetch(address.get(), into, mostBytes)
          : teams.failed("address");
    }
  }

  private GivenFile.Fetched fetch(HttpUrl address, Path into, long mostBytes) {
    Request request = new Request.Builder().url(address).build();
    return switch (download.fetch(request, into, mostBytes)) {
      case Download.Result.Whole _ -> GivenFile.Fetched.WHOLE;
      case Download.Result.TooLarge _ -> GivenFile.Fetched.TOO_LARGE;
      case Download.Result.Refused refused -> failed("http_" + refused.status());
      case Download.Result.Broken _ -> failed("no_reply");
    };
  }

  private GivenFile.Fetched failed(String reason) {
    errors.note(Reason.FILE_NOT_FETCHED, reason);
    return GivenFile.Fetched.FAILED;
  }
}
