package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.message.Cut;
import org.rapport.bot.message.Text;

class MrkdwnTest {

  @Test
  void wordsCannotMentionLinkOrCommand() {
    assertThat(Mrkdwn.render(Text.plain("<!channel> & <@U1>"), 100))
        .isEqualTo("&lt;!channel&gt; &amp; &lt;@U1&gt;");
  }

  @Test
  void boldItalicsAndLinksAreInSlacksMarkup() {
    assertThat(Mrkdwn.render(Text.markdown("**Do** *ask* [us](https://x.org/?a=1&b=2) now"), 100))
        .isEqualTo("*Do* _ask_ <https://x.org/?a=1&amp;b=2|us> now");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 30, 36, 40, 50, 57})
  void aCutIsNeverInsideMarkup(int max) {
    Text text =
        new Text(
            List.of(
                new Text.Plain("one two & three "),
                new Text.Link("four five", URI.create("https://example.org/six")),
                new Text.Plain(" seven")));
    String cut = Mrkdwn.render(text, max);
    assertThat(cut).hasSizeLessThanOrEqualTo(max).contains("…");
    assertThat(cut.replaceAll("<https://example\\.org/six\\|[^<>]+>", ""))
        .doesNotContain("<")
        .doesNotContainPattern("&(?!amp;)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "may I post &lt;b&gt; &amp; go?~may I post <b> & go?",
        "&amp;lt;~&lt;",
        "see <https://x.org/a|x.org>~see x.org",
        "see <https://x.org/a>~see https://x.org/a",
        "ask <@U1> or <@U2|bob>~ask @someone or @bob",
        "in <#C1|news> or <#C2>~in #news or #channel",
        "<!here> and <!subteam^S1|@execs>~@here and @execs",
        "costs $5 \\1~costs $5 \\1"
      })
  void whatPeopleTypeIsReadAsTheySawIt(String typed, String seen) {
    assertThat(Mrkdwn.read(typed)).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "short;20;short",
        "one two three;13;one two three",
        "one two three;12;one two…",
        "one two three;8;one two…",
        "one two three;7;one…",
        "incomprehensibilities;10;incompreh…",
        "👩🏽‍⚕️👩🏽‍⚕️👩🏽‍⚕️;17;👩🏽‍⚕️👩🏽‍⚕️…"
      })
  void wordsAreCutAtTheEndOfAWord(String words, int max, String cut) {
    assertThat(Cut.atWord(words, max)).isEqualTo(cut);
  }

  @Test
  void somebodyIsMentionedByTheirIdAndNothingElseIs() {
    assertThat(mention("U0AMA")).isEqualTo("<@U0AMA>");
    assertThat(mention("U0AMA> <!channel")).isEqualTo("slack:T0TRUST/U0AMA");
    assertThat(mention("!channel")).isEqualTo("slack:T0TRUST/U0AMA");
  }

  private static String mention(String user) {
    return Mrkdwn.render(new Text(List.of(new Text.Mention(user, "slack:T0TRUST/U0AMA"))), 100);
  }
}
