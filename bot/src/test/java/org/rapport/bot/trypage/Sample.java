package org.rapport.bot.trypage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rapport.bot.http.Assets;
import org.rapport.bot.http.Pages;
import org.rapport.bot.http.Route;
import org.rapport.bot.http.TestServer;
import org.rapport.bot.message.Message;

/** The try page on the real server, with the sample coach behind it. */
final class Sample {
  private Sample() {}

  static TestServer server(SampleCoach coach) {
    Assets assets = new Assets();
    Pages pages = new Pages(assets);
    List<Route> routes =
        new ArrayList<>(TryPage.routes(pages, coach, rendered("slack"), rendered("teams")));
    routes.add(assets.route());
    return TestServer.with(pages, routes);
  }

  /** What the channel's renderer makes of the sample coach's messages, kept in files. */
  private static Function<Message, String> rendered(String channel) {
    return message -> file("/trypage/" + name(message) + "-" + channel + ".json");
  }

  private static String name(Message message) {
    if (message.summary().equals(SampleCoach.HOSTILE)) {
      return "hostile";
    }
    return message.summary().startsWith("Thank you") ? "thanks" : "answer";
  }

  private static String file(String name) {
    try (InputStream in = Sample.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
