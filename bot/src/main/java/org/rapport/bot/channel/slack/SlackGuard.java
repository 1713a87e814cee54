package org.rapport.bot.channel.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before {@link SlackServlet} and lets through only what Slack signed in the last minutes.
 * The servlet takes the body from here and from nowhere else, so it cannot be reached past the
 * guard.
 */
public final class SlackGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(SlackGuard.class);
  private static final int MAX_BYTES = 1_000_000;
  private static final String BODY = SlackGuard.class.getName() + ".body";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private final transient RequestSignature signature;

  /**
   * @param signingSecret the app's signing secret; a blank one is refused
   * @param clock now, for the age of a request
   */
  public SlackGuard(String signingSecret, InstantSource clock) {
    this.signature = new RequestSignature(signingSecret, clock);
  }

  /** The body of a request that passed the guard; empty for any other. */
  static Optional<String> verifiedBody(HttpServletRequest request) {
    return request.getAttribute(BODY) instanceof String body ? Optional.of(body) : Optional.empty();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isSslCheckByGet(request)) {
      return;
    }
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      refuse(response, 405, "method");
      return;
    }
    String type = mediaType(request);
    if (!type.equals(FORM) && !type.equals(JSON)) {
      refuse(response, 400, "content type");
      return;
    }
    if (request.getContentLengthLong() > MAX_BYTES) {
      refuse(response, 413, "declared size");
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      refuse(response, 413, "size");
      return;
    }
    filterRead(request, response, chain, type.equals(FORM), body);
  }

  private void filterRead(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      boolean form,
      byte[] body)
      throws IOException, ServletException {
    Optional<String> text = decoded(body);
    if (form && text.filter(PayloadShape::isSslCheck).isPresent()) {
      return; // Slack does not sign this one; there is nothing in it to act on.
    }
    String timestamp = request.getHeader(RequestSignature.TIMESTAMP_HEADER);
    if (timestamp == null || !signature.isRecent(timestamp)) {
      refuse(response, 401, "time stamp");
      return;
    }
    if (!signature.matches(timestamp, body, request.getHeader(RequestSignature.SIGNATURE_HEADER))) {
      refuse(response, 401, "signature");
      return;
    }
    if (text.filter(form ? PayloadShape::isCommandOrAction : PayloadShape::isEvent).isEmpty()) {
      refuse(response, 400, "body");
      return;
    }
    request.setAttribute(BODY, text.get());
    chain.doFilter(request, response);
  }

  private static boolean isSslCheckByGet(HttpServletRequest request) {
    return request.getMethod().equals("GET") && "ssl_check=1".equals(request.getQueryString());
  }

  private static String mediaType(HttpServletRequest request) {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> decoded(byte[] body) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  private static void refuse(HttpServletResponse response, int status, String reason) {
    log.warn("Refused a request to the Slack address with {}: {}", status, reason);
    response.setStatus(status);
  }
}
