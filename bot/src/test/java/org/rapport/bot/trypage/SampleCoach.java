package org.rapport.bot.trypage;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.rapport.bot.conversation.FormReply;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Block.Button;
import org.rapport.bot.message.Block.Source;
import org.rapport.bot.message.Block.Tone;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.SampleForms;
import org.rapport.bot.message.Text;

/** A coach who gives one answer with every kind of block, and writes down what came in. */
final class SampleCoach implements Responder {
  static final String HOSTILE =
      "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";

  final Queue<Incoming> heard = new ConcurrentLinkedQueue<>();
  final Queue<FormStep> steps = new ConcurrentLinkedQueue<>();

  /** The form that opens. */
  volatile Form form = SampleForms.everyKind();

  @Override
  public Reply reply(Incoming incoming) {
    heard.add(incoming);
    return switch (incoming) {
      case Incoming.Asked asked when asked.text().contains("<") -> new Reply(hostile(), false);
      case Incoming.Asked asked -> new Reply(answer(), false);
      case Incoming.Rated rated -> new Reply(thanks(), true);
      case Incoming.Gave gave -> throw new IllegalStateException("A page takes no files");
      case Incoming.Arrived arrived -> throw new IllegalStateException("Nobody arrives on a page");
      case Incoming.WantedAll wanted -> new Reply(answer(), true);
      case Incoming.Pressed pressed -> new Reply(thanks(), true);
      case Incoming.OpenedHome _,
          Incoming.BeganChat _,
          Incoming.WantedToShare _,
          Incoming.WantedReply _ ->
          throw new IllegalStateException("A page has none of these");
      case Incoming.FormUnshown unshown ->
          throw new IllegalStateException("A page shows all forms");
    };
  }

  @Override
  public FormReply reply(FormStep step) {
    steps.add(step);
    return switch (step) {
      case FormStep.Wanted _ -> new FormReply.Show(form);
      case FormStep.Sent sent when sent.entered().one("why").isEmpty() ->
          new FormReply.Mend(form.filled(sent.entered()), Map.of("why", "Please answer this."));
      case FormStep.Sent _ -> new Reply(thanks(), true);
    };
  }

  private static Message answer() {
    return new Message(
        "Start by listening: follow ten people you respect, and post once a week.",
        List.of(
            new Block.Heading("Start by listening, then post once a week"),
            new Block.Paragraph(
                Text.markdown(
                    "Spend two weeks reading before you write. Follow **ten people you respect**,"
                        + " notice what they post, and then share *one thing a week* that your"
                        + " teams have done. Read [a guide for leaders](https://example.org/guide?a=1&b=2).")),
            new Block.Steps(
                "How to do it",
                List.of(
                    Text.plain("Choose one network, where your colleagues already are."),
                    Text.plain("Write a profile that says who you are and where you work."),
                    Text.plain("Follow ten leaders, your own trust and two patient groups."),
                    Text.markdown("Post **one** thing a week: a visit, a thank you, a lesson."))),
            new Block.Bullets(
                "Watch out for",
                List.of(
                    Text.plain("Never post about a patient, even without a name."),
                    Text.plain("Ask before you show anybody's face."))),
            new Block.Quote(
                "A post to adapt",
                Text.plain(
                    "This morning I joined the night team at handover. What struck me: how calmly"
                        + " they look after each other. Thank you.")),
            new Block.Note(
                Tone.CAUTION, Text.plain("Check your trust's own policy before you rely on this.")),
            new Block.Sources(
                List.of(
                    new Source(
                        "Social media for NHS leaders",
                        "NHS Employers",
                        "about 2013",
                        Optional.of(URI.create("https://example.org/leaders"))),
                    new Source("Rapport's own advice", "Rapport", "", Optional.empty()))),
            new Block.Note(Tone.QUIET, Text.plain("Guidance 12. Not legal or clinical advice.")),
            new Block.Choices(
                "Ask next",
                List.of(
                    new Button(
                        "What should my profile say?",
                        new Action.Ask("What should my profile say?")),
                    new Button(
                        "How often should a leader post?",
                        new Action.Ask("How often should a leader post?")))),
            new Block.Choices(
                "Was this right?",
                List.of(
                    new Button("Yes", new Action.Rate("a-1", true)),
                    new Button("No", new Action.Rate("a-1", false)))),
            new Block.Choices(
                "Tell us more",
                List.of(new Button("What was wrong?", new Action.Open("sample", "answer-1"))))));
  }

  private static Message hostile() {
    return new Message(
        HOSTILE,
        List.of(
            new Block.Heading(HOSTILE),
            new Block.Paragraph(Text.plain(HOSTILE)),
            new Block.Paragraph(
                new Text(List.of(new Text.Link("press me", URI.create("javascript:hack()"))))),
            new Block.Choices(
                HOSTILE, List.of(new Button(HOSTILE, new Action.Ask("\" onclick=\"hack()"))))));
  }

  private static Message thanks() {
    return new Message(
        "Thank you. This helps us to improve the guidance.",
        List.of(
            new Block.Paragraph(Text.plain("Thank you. This helps us to improve the guidance."))));
  }
}
