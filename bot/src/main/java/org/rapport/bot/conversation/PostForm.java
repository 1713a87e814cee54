package org.rapport.bot.conversation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rapport.bot.campaign.nudge.Draft;
import org.rapport.bot.campaign.nudge.FilledPost;
import org.rapport.bot.campaign.nudge.Material;
import org.rapport.bot.campaign.nudge.NudgeComposer;
import org.rapport.bot.campaign.nudge.PersonalNudge;
import org.rapport.bot.campaign.nudge.PostCheck;
import org.rapport.bot.campaign.nudge.PostIdea;
import org.rapport.bot.campaign.nudge.Reactions;
import org.rapport.bot.campaign.reaction.Reaction;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Cut;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Preferences;
import org.rapport.knowledge.library.Platform;
import org.rapport.knowledge.library.SuggestedPost;

/** "I'll post this": fills in a nudge's post and checks it. What is typed is kept nowhere. */
public final class PostForm implements FormPage {
  static final String ID = "post";

  private static final String PLATFORM = "platform";
  private static final String FILL = "fill-";
  private static final int LONGEST_LABEL = 75;

  /** From here on, in characters, there is room for several lines. */
  private static final int LONG = 100;

  private final Reactions reactions;
  private final NudgeComposer nudges;
  private final PersonalPreferences preferences;
  private final Supplier<Material> material;
  private final InstantSource clock;
  private final Wording wording;
  private final PostMessages messages;
  private final CommandMessages briefly;

  public PostForm(
      Reactions reactions,
      NudgeComposer nudges,
      PersonalPreferences preferences,
      Supplier<Material> material,
      InstantSource clock,
      Wording wording) {
    this.reactions = reactions;
    this.nudges = nudges;
    this.preferences = preferences;
    this.material = material;
    this.clock = clock;
    this.wording = wording;
    this.messages = new PostMessages(wording, new Citations(material, wording));
    this.briefly = new CommandMessages(wording);
  }

  @Override
  public String id() {
    return ID;
  }

  /** Only for the post of a nudge that was given to whoever opens it. */
  @Override
  public FormReply open(Address from, String about) {
    return idea(from, about)
        .<FormReply>map(idea -> new FormReply.Show(form(idea, preferences.of(from), about)))
        .orElseGet(() -> none(about));
  }

  @Override
  public FormReply take(Address from, Form form, Entered entered) {
    return idea(from, form.about())
        .map(idea -> take(from, idea, form, entered))
        .orElseGet(() -> none(form.about()));
  }

  private FormReply take(Address from, PostIdea idea, Form form, Entered entered) {
    Platform platform =
        entered
            .one(PLATFORM)
            .map(id -> Platform.valueOf(id.toUpperCase(Locale.ROOT)))
            .orElse(idea.platform());
    Map<String, String> put = put(idea, entered);
    Map<String, String> missing = missing(idea, platform, put);
    if (!missing.isEmpty()) {
      return new FormReply.Mend(form.filled(entered), missing);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), preferences.of(from).zone());
    Draft draft =
        new Draft(
            FilledPost.of(idea.words(platform), put),
            platform,
            idea.post().picture().isPresent(),
            today);
    reactions.take(from, form.about(), Reaction.ACTED);
    PostCheck check = new PostCheck(material.get().library().calendar());
    return new Reply(messages.ready(draft, check.check(draft)), true);
  }

  private Optional<PostIdea> idea(Address from, String delivery) {
    return reactions
        .find(from, delivery)
        .flatMap(given -> nudges.again(given, from).offer().post());
  }

  private FormReply none(String about) {
    return about.equals(PersonalNudge.SAMPLE)
        ? Reply.beside(briefly.brief("nudge.sample"))
        : new Reply(briefly.brief("nudge.gone"), true);
  }

  private Form form(PostIdea idea, Preferences wants, String about) {
    List<Field> fields = new ArrayList<>();
    fields.add(platforms(idea));
    List<String> names = placeholders(idea);
    for (String name : names) {
      fields.add(field(idea, name, fieldId(names.indexOf(name)), wants));
    }
    return new Form(
        ID,
        wording.words("post.title"),
        List.of(
            new Block.Quote("", Text.plain(idea.words())),
            new Block.Note(Block.Tone.QUIET, wording.text("post.intro"))),
        fields,
        wording.words("post.check"),
        wording.words("form.missing"),
        about);
  }

  private Field platforms(PostIdea idea) {
    return new Field.OneOf(
        new Field.Ask(PLATFORM, wording.words("post.platform"), "", false),
        idea.platforms().stream()
            .map(each -> new Field.Option(id(each), PostBlocks.title(each)))
            .toList(),
        Optional.of(id(idea.platform())));
  }

  private Field field(PostIdea idea, String name, String id, Preferences wants) {
    SuggestedPost.Placeholder placeholder =
        Optional.ofNullable(idea.post().placeholders().get(name)).orElseThrow();
    List<Platform> needing = needing(idea, name);
    boolean always = needing.size() == idea.platforms().size();
    String hint =
        always
            ? ""
            : wording.words(
                "post.only-for",
                Map.of(
                    "platforms",
                    needing.stream().map(PostBlocks::title).collect(Collectors.joining(", "))));
    return new Field.Words(
        new Field.Ask(id, Cut.atWord(placeholder.put(), LONGEST_LABEL), hint, !always),
        placeholder.max() > LONG,
        placeholder.max(),
        known(name, wants));
  }

  /** What Rapport knows of them already. */
  private String known(String placeholder, Preferences wants) {
    return placeholder.equals("my-role")
        ? wants.position().map(it -> wording.words("position." + it.id())).orElse("")
        : "";
  }

  private static Map<String, String> put(PostIdea idea, Entered entered) {
    Map<String, String> put = new HashMap<>();
    List<String> names = placeholders(idea);
    for (String name : names) {
      entered.one(fieldId(names.indexOf(name))).ifPresent(typed -> put.put(name, typed));
    }
    return put;
  }

  private Map<String, String> missing(PostIdea idea, Platform platform, Map<String, String> put) {
    List<String> names = placeholders(idea);
    return FilledPost.placeholders(idea.words(platform)).stream()
        .filter(name -> !put.containsKey(name))
        .collect(
            Collectors.toUnmodifiableMap(
                name -> fieldId(names.indexOf(name)), name -> wording.words("form.missing")));
  }

  /** Of all platforms, those of the one that is shown first. */
  private static List<String> placeholders(PostIdea idea) {
    List<String> names = new ArrayList<>(FilledPost.placeholders(idea.words()));
    for (Platform other : idea.platforms()) {
      FilledPost.placeholders(idea.words(other)).stream()
          .filter(name -> !names.contains(name))
          .forEach(names::add);
    }
    return names;
  }

  private static List<Platform> needing(PostIdea idea, String name) {
    return idea.platforms().stream()
        .filter(each -> FilledPost.placeholders(idea.words(each)).contains(name))
        .toList();
  }

  /** By place, as a placeholder's name may hold what a field's may not. */
  private static String fieldId(int place) {
    return FILL + (char) ('a' + place);
  }

  private static String id(Platform platform) {
    return platform.name().toLowerCase(Locale.ROOT);
  }
}
