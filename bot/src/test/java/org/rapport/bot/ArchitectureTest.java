package org.rapport.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Who may depend on whom; the design's arrows. */
@AnalyzeClasses(
    packages = {"org.rapport.bot", "org.rapport.knowledge"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String BOT = "org.rapport.bot";

  @ArchTest
  static final ArchRule messageDependsOnNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage(BOT + ".message..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(allBut("message"));

  @ArchTest
  static final ArchRule theChannelPortKnowsOnlyMessages =
      noClasses()
          .that()
          .resideInAPackage(BOT + ".channel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(allBut("channel", "message", "store"));

  @ArchTest
  static final ArchRule peopleKnowOnlyTheChannelPortAndTheAuditTrail =
      noClasses()
          .that()
          .resideInAPackage(BOT + ".people..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(allBut("people", "audit", "channel", "message", "store"));

  @ArchTest
  static final ArchRule theAuditTrailKnowsOnlyTheStore =
      noClasses()
          .that()
          .resideInAPackage(BOT + ".audit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(allBut("audit", "store"));

  @ArchTest
  static final ArchRule deliveryKnowsNoCampaignAndNoChannelInParticular =
      noClasses()
          .that()
          .resideInAPackage(BOT + ".delivery..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              Stream.concat(
                      Stream.of(BOT + ".channel.slack..", BOT + ".channel.teams.."),
                      Stream.of(
                          allBut("delivery", "people", "audit", "channel", "message", "store")))
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule keysKnowNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage(BOT + ".keys..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(allBut("keys"));

  @ArchTest
  static final ArchRule expertsKnowOnlyPeopleAndTheChannelPort =
      noClasses()
          .that()
          .resideInAPackage(BOT + ".expert..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(allBut("expert", "people", "audit", "channel", "store"));

  @ArchTest
  static final ArchRule aReleaseKnowsOnlyTheGuidance =
      noClasses()
          .that()
          .resideInAPackage(BOT + ".release..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(allBut("release", "audit", "store"));

  @ArchTest
  static final ArchRule theConversationKnowsNoChannelInParticular =
      noClasses()
          .that()
          .resideInAPackage(BOT + ".conversation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              BOT + ".channel.slack..",
              BOT + ".channel.teams..",
              BOT + ".http..",
              BOT + ".cli..",
              BOT + ".trypage..");

  @ArchTest
  static final ArchRule channelsDoNotKnowEachOther =
      slices().matching(BOT + ".channel.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule storeIsPlumbing =
      noClasses()
          .that()
          .resideInAPackage(BOT + ".store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(allBut("store"));

  @ArchTest
  static final ArchRule knowledgeKnowsNoBot =
      noClasses()
          .that()
          .resideInAPackage("org.rapport.knowledge..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              BOT + "..", "com.slack..", "com.microsoft.bot..", "jakarta.servlet..", "java.sql..");

  @ArchTest
  static final ArchRule onlyTheSlackChannelKnowsSlack =
      noClasses()
          .that()
          .resideOutsideOfPackages(BOT + ".channel.slack..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.slack..");

  @ArchTest
  static final ArchRule onlyTheTeamsChannelKnowsTheBotFramework =
      noClasses()
          .that()
          .resideOutsideOfPackages(BOT + ".channel.teams..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.microsoft.bot..");

  @ArchTest
  static final ArchRule featuresAreFreeOfCycles =
      slices().matching("org.rapport.bot.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesSayWhatAClassDoes =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Manager")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Util")
          .andShould()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Impl");

  private static String[] allBut(String... allowed) {
    return java.util.stream.Stream.of(
            "audit",
            "message",
            "channel",
            "people",
            "delivery",
            "campaign",
            "expert",
            "release",
            "conversation",
            "console",
            "cli",
            "http",
            "store",
            "trypage")
        .filter(name -> !java.util.List.of(allowed).contains(name))
        .map(name -> BOT + "." + name + "..")
        .toArray(String[]::new);
  }
}
