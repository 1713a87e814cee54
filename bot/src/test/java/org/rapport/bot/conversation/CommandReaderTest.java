package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Role;
import org.rapport.knowledge.library.Platform;

class CommandReaderTest {
  private static final Address ADMIN = new Address(Address.Kind.SLACK, "T0TRUST", "U0ADMIN");
  private static final Address AMA = new Address(Address.Kind.SLACK, "T0TRUST", "U0AMA");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "should I stop tweeting",
        "stop?",
        "how do I stop people arguing under my posts",
        "can I see my data from LinkedIn",
        "pause until the election is over?",
        "how do I link to a page",
        "link building",
        "link my accounts",
        "link in bio",
        "join twitter",
        "join linkedin",
        "what roles are there on LinkedIn",
        "grant me access to twitter",
        "revoke access to an account",
        "forget me not day, what can I post",
        "settings for facebook",
        "history of the NHS on twitter",
        "start posting, how?",
        "my data was leaked",
        "yes",
        "yes, forget him",
        "yes, join in",
        "what is a nudge",
        "check this post",
        "should I check this post: with comms?",
        "can you check my posts for mistakes"
      })
  void aQuestionStaysAQuestion(String words) {
    assertThat(read(words)).isEmpty();
  }

  @Test
  void aCommandIsAWholeMessageInAnyCase() {
    assertThat(read("My data")).contains(new Command.MyData());
    assertThat(read(" FORGET  me. ")).contains(new Command.ForgetMe());
    assertThat(read("stop")).contains(new Command.Stop());
    assertThat(read("history off")).contains(new Command.KeepHistory(false));
    assertThat(read("pause until 24 December")).contains(new Command.Pause("24 December"));
    assertThat(read("pause")).contains(new Command.Pause(""));
  }

  @Test
  void aPostToCheckKeepsItsLinesAndMaySayWhereItGoes() {
    assertThat(read("Check this post: One\nTwo "))
        .contains(new Command.CheckPost(Optional.empty(), "One\nTwo"));
    assertThat(read("check my post for Twitter: " + "word ".repeat(400) + "end"))
        .contains(new Command.CheckPost(Optional.of(Platform.X), "word ".repeat(400) + "end"));
    assertThat(read("My next nudge")).contains(new Command.ShowNudge());
  }

  @Test
  void aCodeIsReadAsItIsShownAndAsPeopleTypeIt() {
    assertThat(read("link ACDE-FGHJ")).contains(new Command.Link("ACDE-FGHJ"));
    assertThat(read("Link acde-fghj")).contains(new Command.Link("acde-fghj"));
    assertThat(read("join ACDEFGH3")).contains(new Command.Join("ACDEFGH3"));
    assertThat(read("link")).contains(new Command.MakeLink());
    assertThat(read("join")).contains(new Command.MakeJoin());
  }

  @Test
  void aRoleIsGrantedToWhoIsMentionedOrNamedByAddress() {
    assertThat(read("grant @ama mensah comms lead", AMA))
        .contains(new Command.Grant(Optional.of(AMA), Optional.of(Role.COMMS_LEAD)));
    assertThat(read("grant slack:T0TRUST/U0AMA admin"))
        .contains(new Command.Grant(Optional.of(AMA), Optional.of(Role.ADMIN)));
    assertThat(read("revoke @ama", AMA))
        .contains(new Command.Grant(Optional.of(AMA), Optional.of(Role.LEADER)));
  }

  @Test
  void whomAMentionMeansMustBeClear() {
    assertThat(read("grant @ama admin"))
        .contains(new Command.Grant(Optional.empty(), Optional.of(Role.ADMIN)));
    assertThat(read("grant @ama and @ben admin", AMA, ADMIN))
        .contains(new Command.Grant(Optional.empty(), Optional.of(Role.ADMIN)));
    assertThat(read("grant @ama king", AMA))
        .contains(new Command.Grant(Optional.of(AMA), Optional.empty()));
  }

  @Test
  void confirmingForgettingNamesNobody() {
    assertThat(read(CommandReader.FORGET_NOW)).contains(new Command.ForgetMeNow());
  }

  @Test
  void adminsTasksAndTheFreezeAreCommandsButQuestionsAboutThemAreNot() {
    assertThat(CommandReader.read(asking("admin"))).isPresent();
    assertThat(CommandReader.read(asking("Admin  rollback 3")))
        .contains(new Command.Admin(new AdminTask.Rollback(OptionalInt.of(3))));
    assertThat(CommandReader.read(asking("freeze"))).contains(new Command.Freeze(""));
    assertThat(CommandReader.read(asking("freeze: a death in the trust")))
        .contains(new Command.Freeze("a death in the trust"));
    assertThat(CommandReader.read(asking("unfreeze"))).contains(new Command.Unfreeze());
    assertThat(CommandReader.read(asking("experts"))).contains(new Command.ShowExpertQuestions());
    for (String question :
        List.of(
            "admin rights for our page",
            "admin rollback 99999999999",
            "freeze or delete a hacked account?",
            "ask an expert witness")) {
      assertThat(CommandReader.read(asking(question))).as(question).isEmpty();
    }
  }

  private static Incoming.Asked asking(String words) {
    return new Incoming.Asked(new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF"), words, false);
  }

  @Test
  void aRequestToJoinIsConfirmedByItsId() {
    String id = "3b241101-e2bb-4255-8caf-4136c566a962";

    assertThat(read(CommandReader.confirming(id))).contains(new Command.ConfirmJoin(id));
  }

  private static Optional<Command> read(String words, Address... mentioned) {
    return CommandReader.read(new Incoming.Asked(ADMIN, words, false, "", List.of(mentioned)));
  }
}
