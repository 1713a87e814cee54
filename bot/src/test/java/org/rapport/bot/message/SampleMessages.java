package org.rapport.bot.message;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rapport.bot.conversation.SampleExpertMessages;
import org.rapport.bot.conversation.SampleNudges;

/** Messages of every kind that the bot sends, by name. Each channel draws them to golden files. */
public final class SampleMessages {

  private SampleMessages() {}

  /** Every sample by its name. */
  public static Map<String, Message> all() {
    Map<String, Message> all = new LinkedHashMap<>();
    all.put("found", found());
    all.put("found-minimal", foundMinimal());
    all.put("unsure", unsure());
    all.put("out-of-scope", outOfScope());
    all.put("urgent", urgent());
    all.put("welcome", welcome());
    all.put("hostile", hostile());
    all.put("very-long", veryLong());
    all.putAll(SampleExpertMessages.all());
    all.put("nudge-first", SampleNudges.first());
    all.put("nudge-practice", SampleNudges.practice());
    all.put("nudge-of-a-campaign", SampleNudges.ofACampaign());
    return all;
  }

  public static Message found() {
    return new Message(
        "Starting on LinkedIn: listen for two weeks, then comment before you post.",
        List.of(
            new Block.Heading("Starting on LinkedIn"),
            new Block.Paragraph(
                Text.markdown("Listen for **two weeks**, then comment before you post.")),
            new Block.Steps(
                "How",
                List.of(
                    Text.markdown("Follow ten people you *already know*."),
                    Text.plain("Comment on one post a day."),
                    Text.markdown(
                        "Read [the guide](https://www.nhsemployers.org/articles/social-media?a=1&b=2)."))),
            new Block.Bullets(
                "Watch out for",
                List.of(
                    Text.plain("Patients & staff who could be recognised."),
                    Text.plain("Posting when tired."))),
            new Block.Quote(
                "For example",
                Text.plain(
                    "Proud of our ward team today.\nThank you for 100 days without a fall.")),
            new Block.Note(Block.Tone.CAUTION, Text.plain("Check the date before you rely on it.")),
            new Block.Sources(
                List.of(
                    new Block.Source(
                        "Social media and the NHS",
                        "NHS Employers",
                        "March 2024",
                        Optional.of(URI.create("https://www.nhsemployers.org/social-media"))),
                    new Block.Source("The leaders' handbook", "Rapport", "", Optional.empty()))),
            new Block.Choices(
                "You could also ask",
                List.of(
                    ask("How often should I post?"),
                    ask("What do I do about a rude reply?"),
                    ask(
                        "What should I think about before I share a photograph of colleagues at"
                            + " work on a ward?"))),
            feedback()));
  }

  public static Message foundMinimal() {
    return new Message(
        "Yes, if your policy allows it.",
        List.of(new Block.Paragraph(Text.plain("Yes, if your policy allows it."))));
  }

  public static Message unsure() {
    return new Message(
        "I am not sure about that one.",
        List.of(
            new Block.Paragraph(Text.plain("I am not sure about that one. These come closest.")),
            new Block.Choices(
                "Did you mean", List.of(ask("Can I post about strikes?"), ask("Who can post?"))),
            new Block.Note(
                Block.Tone.QUIET,
                Text.markdown("Or ask [the comms team](https://intranet.example/comms)."))));
  }

  public static Message outOfScope() {
    return new Message(
        "That is a question for your HR team.",
        List.of(
            new Block.Paragraph(
                Text.plain("I help with social media. That is a question for your HR team."))));
  }

  public static Message urgent() {
    return new Message(
        "Please talk to somebody now.",
        List.of(
            new Block.Note(
                Block.Tone.URGENT,
                Text.markdown("If you or somebody is in danger, call **999** now.")),
            new Block.Bullets(
                "People who listen, day and night",
                List.of(
                    Text.plain("Samaritans: 116 123"),
                    Text.plain("Shout: text FRONTLINE to 85258")))));
  }

  public static Message welcome() {
    return new Message(
        "Hello, I am Rapport.",
        List.of(
            new Block.Heading("Hello, I am Rapport"),
            new Block.Paragraph(
                Text.plain("I help leaders of the NHS to use social media well. Ask me anything.")),
            new Block.Note(Block.Tone.QUIET, Text.plain("What you ask here only you can see.")),
            new Block.Choices("Try one of these", List.of(ask("How do I start on LinkedIn?")))));
  }

  public static Message hostile() {
    String words = "<!channel> <@U0EVIL> <script>alert('x')</script> & *bold* `code` |pipe|";
    return new Message(
        words,
        List.of(
            new Block.Heading(words),
            new Block.Paragraph(Text.plain(words + " \u202Eright to left\u202C العربية 👩🏽‍⚕️")),
            new Block.Steps(words, List.of(Text.plain(words))),
            new Block.Quote(words, Text.plain("> quoted\n```\ncode\n```")),
            new Block.Sources(
                List.of(
                    new Block.Source(
                        words,
                        words,
                        words,
                        Optional.of(URI.create("https://example.org/?a=1&b=2"))))),
            new Block.Choices(words, List.of(ask(words)))));
  }

  public static Message veryLong() {
    String words =
        String.join(" ", IntStream.rangeClosed(1, 2500).mapToObj(n -> "word" + n).toList());
    List<Text> items = IntStream.range(0, 60).mapToObj(n -> Text.plain(words)).toList();
    return new Message(
        words,
        List.of(
            new Block.Heading(words),
            new Block.Paragraph(Text.plain(words)),
            new Block.Steps(words, items),
            new Block.Bullets(words, items),
            new Block.Quote(words, Text.plain(words)),
            new Block.Note(Block.Tone.CAUTION, Text.plain(words)),
            new Block.Sources(
                IntStream.range(0, 40)
                    .mapToObj(n -> new Block.Source(words, words, words, Optional.empty()))
                    .toList()),
            new Block.Choices(words, IntStream.range(0, 40).mapToObj(n -> ask(words)).toList())));
  }

  private static Block feedback() {
    return new Block.Choices(
        "Was this right?",
        List.of(
            new Block.Button("Yes", new Action.Rate("answer-1", true)),
            new Block.Button("No", new Action.Rate("answer-1", false))));
  }

  private static Block.Button ask(String question) {
    return new Block.Button(question, new Action.Ask(question));
  }
}
