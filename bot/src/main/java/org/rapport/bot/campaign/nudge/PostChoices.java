package org.rapport.bot.campaign.nudge;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.knowledge.library.Library;
import org.rapport.knowledge.library.Occasion;
import org.rapport.knowledge.library.Platform;
import org.rapport.knowledge.library.Situation;
import org.rapport.knowledge.library.SuggestedPost;
import org.rapport.knowledge.library.Tone;

/** The posts of the library that suit a person and a day. */
final class PostChoices {
  private final Library library;
  private final Map<String, Situation> situations;

  PostChoices(Library library) {
    this.library = library;
    this.situations =
        library.situations().stream()
            .collect(Collectors.toMap(Situation::id, Function.identity(), (a, b) -> a));
  }

  /** Those that may be offered; none on a day to be careful of. */
  Stream<PostIdea> fitting(Reader reader, ComingDays days) {
    return days.today(Tone.CAUTION, reader)
        ? Stream.empty()
        : library.posts().stream()
            .filter(post -> post.stages().contains(reader.stage()))
            .filter(post -> reader.suits(post.positions()) && reader.worksIn(post.area()))
            .flatMap(post ->
                platform(post, reader).flatMap(on -> idea(post, on, reader, days)).stream());
  }

  /** The person's own platforms come first; whoever practises needs none. */
  static Optional<Platform> platform(SuggestedPost post, Reader reader) {
    Optional<Platform> own =
        Arrays.stream(Platform.values())
            .filter(each -> reader.platforms().contains(each) && post.variants().containsKey(each))
            .findFirst();
    boolean anyWillDo = reader.platforms().isEmpty() || reader.practises();
    return own.or(() ->
        Arrays.stream(Platform.values())
            .filter(each -> anyWillDo && post.variants().containsKey(each))
            .findFirst());
  }

  private Optional<PostIdea> idea(
      SuggestedPost post, Platform platform, Reader reader, ComingDays days) {
    boolean isQuiet = days.today(Tone.QUIET, reader);
    return switch (post.occasion()) {
      case Occasion.Any() ->
          Optional.of(new PostIdea(post, platform, Optional.empty(), Optional.empty()))
              .filter(idea -> !isQuiet);
      case Occasion.OfSituation(String id) ->
          Optional.ofNullable(situations.get(id))
              .filter(known -> known.offered() == Situation.Offered.ANY_WEEK && !isQuiet)
              .map(known ->
                  new PostIdea(post, platform, Optional.empty(), Optional.of(known.when())));
      case Occasion.OfDay(String id) ->
          days.offered(id, reader)
              .filter(coming -> !isQuiet || coming.day().tone() != Tone.CELEBRATE)
              .map(coming -> new PostIdea(post, platform, Optional.of(coming), Optional.empty()));
    };
  }
}
