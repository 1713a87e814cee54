package org.rapport.bot.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;

/** The HTML pages: templates that became Java in the build, every value in them escaped. */
public final class Pages {
  private static final String GENERATED_IN = "org.rapport.bot.http.pages";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, GENERATED_IN);
  private final Assets assets;

  public Pages(Assets assets) {
    this.assets = assets;
  }

  /** Fills in a template; each also gets {@code assets}. */
  public String render(String template, Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("assets", assets);
    StringOutput output = new StringOutput();
    engine.render(template, all, output);
    return output.toString();
  }
}
