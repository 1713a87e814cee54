package org.rapport.bot.channel.teams;

import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.schema.Activity;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.teams.ActivityReader.Reading;
import org.rapport.bot.channel.teams.TeamsErrors.Reason;
import org.rapport.bot.channel.teams.TokenGuard.Verdict;

/**
 * Stands before {@link TeamsServlet}: lets through only whole activities, signed by the Bot
 * Framework, from tenants on the list. Whoever is refused learns nothing but the status.
 */
public final class TeamsGuard implements Filter {
  /** The largest body that is read, in bytes. */
  private static final int LARGEST_BODY = 1024 * 1024;

  private final Optional<TokenGuard> tokens;
  private final Set<String> tenants;
  private final TeamsErrors errors;

  /**
   * @param tokens empty only for the Agents Playground on this machine, which sends none
   * @param tenants whose activities are taken; not looked at without {@code tokens}
   */
  TeamsGuard(Optional<TokenGuard> tokens, Set<String> tenants, TeamsErrors errors) {
    this.tokens = tokens;
    this.tenants = tenants;
    this.errors = errors;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    if (!"POST".equals(http.getMethod())) {
      answer.setHeader("Allow", "POST");
      refuse(answer, 405, Reason.BAD_REQUEST, "method");
    } else if (!isJson(http.getContentType())) {
      refuse(answer, 400, Reason.BAD_REQUEST, "content_type");
    } else if (http.getContentLengthLong() > LARGEST_BODY) {
      tooLarge(answer);
    } else {
      readBody(http, answer, chain);
    }
  }

  private void readBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      tooLarge(response);
      return;
    }
    switch (ActivityReader.read(body)) {
      case Reading.Broken broken -> refuse(response, 400, Reason.BAD_REQUEST, broken.reason());
      case Reading.Whole whole -> checkSender(request, response, chain, whole.activity());
    }
  }

  private void checkSender(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      Activity activity)
      throws IOException, ServletException {
    Verdict verdict =
        tokens.isPresent()
            ? tokens.get().check(request.getHeader("Authorization"), activity)
            : playground(activity);
    switch (verdict) {
      case Verdict.Refused refused -> {
        response.setHeader("WWW-Authenticate", "Bearer");
        refuse(response, 401, Reason.UNAUTHORISED, refused.reason());
      }
      case Verdict.Trusted trusted -> {
        if (tokens.isPresent() && !fromAllowedTenant(activity)) {
          // 403 and not a silent 200: Teams does not redeliver it, and both its sender and the
          // app's owner can see that it was not taken.
          refuse(response, 403, Reason.FOREIGN_TENANT, "not on the list");
          return;
        }
        new TeamsTurn(trusted.identity(), activity).into(request);
        chain.doFilter(request, response);
      }
    }
  }

  private boolean fromAllowedTenant(Activity activity) {
    Set<String> named = TeamsPeople.tenants(activity);
    return !named.isEmpty() && tenants.containsAll(named);
  }

  private static Verdict playground(Activity activity) {
    return Loopback.local(URI.create(activity.getServiceUrl()))
        ? new Verdict.Trusted(new ClaimsIdentity(AuthenticationConstants.ANONYMOUS_AUTH_TYPE))
        : new Verdict.Refused("service_url");
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
  }

  private void tooLarge(HttpServletResponse response) throws IOException {
    response.setHeader("Connection", "close");
    refuse(response, 413, Reason.TOO_LARGE, "body");
  }

  private void refuse(HttpServletResponse response, int status, Reason reason, String detail)
      throws IOException {
    errors.note(reason, detail);
    response.setStatus(status);
    response.setContentType("application/json");
    response.getWriter().print("{}");
  }
}
