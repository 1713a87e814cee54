package org.rapport.bot.trypage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

class HtmlRendererTest {
  private static final String EVIL = "</p><script>alert(\"&'\")</script>";

  @Test
  void boldItalicsAndLinksAreKept() {
    assertThat(html(new Block.Paragraph(Text.markdown("**a** *b* [c](https://x.example/?d&e)"))))
        .isEqualTo(
            "<p><strong>a</strong> <em>b</em>"
                + " <a href=\"https://x.example/?d&amp;e\" rel=\"noreferrer\" target=\"_blank\">"
                + "c</a></p>");
  }

  @Test
  void stepsAreNumberedAndPointsAreNot() {
    List<Text> items = List.of(Text.plain("one"), Text.plain("two"));
    assertThat(html(new Block.Steps("How", items)))
        .isEqualTo("<h4>How</h4><ol><li>one</li><li>two</li></ol>");
    assertThat(html(new Block.Bullets("", items))).isEqualTo("<ul><li>one</li><li>two</li></ul>");
  }

  @Test
  void aSourceWithoutAnAddressOrDateIsWords() {
    Block sources =
        new Block.Sources(List.of(new Block.Source("Advice", "Rapport", "", Optional.empty())));
    assertThat(html(sources)).contains("<li>Advice, Rapport</li>");
  }

  @Test
  void aButtonCarriesItsAction() {
    Block choices =
        new Block.Choices("Right?", List.of(new Block.Button("Yes", new Action.Rate("a-1", true))));
    assertThat(html(choices)).contains("data-kind=\"rate-yes\"").contains("data-value=\"a-1\"");
  }

  @Test
  void wordsNeverBecomeMarkup() {
    Text evil = Text.plain(EVIL);
    for (Block block :
        List.of(
            new Block.Heading(EVIL),
            new Block.Paragraph(evil),
            new Block.Paragraph(new Text(List.of(new Text.Bold(EVIL), new Text.Italic(EVIL)))),
            new Block.Steps(EVIL, List.of(evil)),
            new Block.Bullets(EVIL, List.of(evil)),
            new Block.Quote(EVIL, evil),
            new Block.Note(Block.Tone.URGENT, evil),
            new Block.Sources(
                List.of(new Block.Source(EVIL, EVIL, EVIL, Optional.of(URI.create("ftp://x"))))),
            new Block.Choices(EVIL, List.of(new Block.Button(EVIL, new Action.Ask(EVIL)))))) {
      assertThat(html(block)).doesNotContain("<script", "alert(\"").contains("&lt;script&gt;");
    }
  }

  @Test
  void onlyWebAddressesBecomeLinks() {
    for (String address : List.of("javascript:alert(1)", "data:text/html,x", "/relative")) {
      Text link = new Text(List.of(new Text.Link("press", URI.create(address))));
      assertThat(html(new Block.Paragraph(link))).isEqualTo("<p>press</p>");
    }
  }

  private static String html(Block block) {
    return HtmlRenderer.render(new Message("summary", List.of(block)));
  }
}
