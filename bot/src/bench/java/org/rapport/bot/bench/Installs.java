package org.rapport.bot.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Installs Rapport into workspaces as an admin's browser does. */
final class Installs {
  private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;

  Installs(int port) {
    this.address = "http://127.0.0.1:" + port;
  }

  void install(int workspaces) throws IOException, InterruptedException {
    for (int i = 0; i < workspaces; i++) {
      HttpResponse<Void> begun =
          get(HttpRequest.newBuilder(URI.create(address + "/slack/install")));
      String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
      Matcher state = STATE.matcher(begun.headers().firstValue("Location").orElseThrow());
      if (!state.find()) {
        throw new IllegalStateException("The install has no state");
      }
      String back =
          "/slack/oauth_redirect?code=" + MixedEvents.team(i) + "&state=" + state.group(1);
      HttpResponse<Void> done =
          get(HttpRequest.newBuilder(URI.create(address + back)).header("Cookie", cookie));
      if (done.statusCode() >= 400) {
        throw new IllegalStateException("An install was answered with " + done.statusCode());
      }
    }
  }

  private HttpResponse<Void> get(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.discarding());
  }
}
