package org.rapport.bot.conversation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to ama.o'neil+x@trust.nhs.uk please | write to [email] please",
        "AMA@TRUST.NHS.UK, now | [email], now",
        "patient 943 476 5919 posted | patient [NHS number] posted",
        "patient 943-476-5919 posted | patient [NHS number] posted",
        "patient 9434765919 posted | patient [NHS number] posted",
        "ring 07700 900123 today | ring [phone] today",
        "ring +44 (0)20 7946 0958. | ring [phone].",
        "ring (020) 7946-0958 | ring [phone]",
        "ring 01632 960001 ext 12 now | ring [phone] now",
        "she lives at SW1A 2AA now | she lives at [postcode] now",
        "she lives at m11ae now | she lives at [postcode] now",
        "born 03/11/2015, angry | born [date of birth], angry",
        "born 3rd of November 1961 | born [date of birth]",
        "on 3 June 1961 or so | on [date of birth] or so",
        "his NI is QQ 12 34 56 C ok | his NI is [NI number] ok",
        "hospital number 12345678 | hospital number [hospital number]",
        "card 4111 1111 1111 1111 | card [bank card]",
        "from 81.2.69.142 | from [IP address]",
        "at 14 Mill Lane now | at [address] now",
        "is @angry_man_77 right | is [handle] right",
        "see https://x.example/jane-smith/status/1 now | see [link] now",
        "can mrs patel complain | can [name] complain",
      })
  void personalDataIsReplacedByItsKind(String words, String kept) {
    assertThat(PersonalData.mask(words)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How often should a chief executive post?",
        "Is 280 characters still the limit on X?",
        "What did the guide of 2013 say about 24/7?",
        "We have 10,000 staff and 1 account, what now?",
        "Can I use PR2 wording in 5 steps?",
        "May I post about the flu jab on 12/05/2025",
        "who was Mark Newbold",
      })
  void anOrdinaryQuestionStaysAsItIs(String words) {
    assertThat(PersonalData.mask(words)).isEqualTo(words);
  }

  @Test
  void tenDigitsWithAWrongCheckDigitAreNoNhsNumberButAreNotKeptEither() {
    assertThat(PersonalData.mask("ref 9434765918")).isEqualTo("ref [number]");
    assertThat(PersonalData.mask("ref 943 476 5918")).isEqualTo("ref [number]");
  }

  @Test
  void peopleNamedByAChannelAreMasked() {
    assertThat(PersonalData.mask("ask <@U024BE7LH|ama> or <at>Ben Ode</at> first"))
        .isEqualTo("ask [person] or [person] first");
  }

  @Test
  void disguisedDigitsAndHiddenCharactersDoNotHelp() {
    assertThat(PersonalData.mask("０７７００ ９００１２３")).isEqualTo("[phone]");
    assertThat(PersonalData.mask("077\u200b00\u00a0900123\u0000")).isEqualTo("[phone] ");
  }

  @Test
  void whatIsFoundHasItsPlace() {
    PersonalData data = PersonalData.find("ask Sarah Jones on 07700 900123");
    assertThat(data.found())
        .containsExactly(new Found(Kind.NAME, 4, 15), new Found(Kind.PHONE, 19, 31));
  }

  @Test
  void aWordThatMayBeANameBesideAnIllnessDropsTheText() {
    PersonalData data = PersonalData.find("Bill in bay 3 with parkinsons wants to be in our reel");
    assertThat(data.isDropped()).isTrue();
    assertThat(data.kept()).isEqualTo(PersonalData.DROPPED);
    assertThat(data.worthATelling()).isTrue();
  }

  @Test
  void aMisspeltWordBesideAnIllnessDropsTheTextWithoutATelling() {
    PersonalData data = PersonalData.find("should I post about my own canzer and chemo");
    assertThat(data.isDropped()).isTrue();
    assertThat(data.worthATelling()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ring 07700 900123", "is 943 476 5919 ok", "mrs patel has dementia"})
  void theAskerIsToldOfIdentifiersAndOfNamesWithHealth(String words) {
    assertThat(PersonalData.find(words).worthATelling()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"how do I thank Sarah Jones for her talk", "what is a hashtag"})
  void theAskerIsNotToldOfANameAlone(String words) {
    assertThat(PersonalData.find(words).worthATelling()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "mr and ", "de ", "<at>", "<@", "a dot ", "1.", "1 ", "'s", "a-", "A"})
  void aHundredThousandCharactersOfTheSameAreRead(String part) {
    assertThat(PersonalData.mask(part.repeat(100_000 / part.length()))).isNotEmpty();
  }

  @Property(seed = "1")
  void nothingIsThrownAndPlacesAreInOrder(@ForAll("texts") String text) {
    PersonalData data = PersonalData.find(text);
    int from = 0;
    for (Found piece : data.found()) {
      assertThat(piece.start()).isGreaterThanOrEqualTo(from);
      assertThat(piece.end())
          .isGreaterThan(piece.start())
          .isLessThanOrEqualTo(data.words().length());
      from = piece.end();
    }
    assertThat(data.kept()).isNotNull();
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> known =
        Arbitraries.of(
            "mr",
            "and",
            "Sarah",
            "jean",
            "O'Neill",
            "Bill",
            "ward",
            "in",
            "died",
            "name",
            "is",
            "943 476 5919",
            "+44",
            "07700 900123",
            "@",
            ".",
            "-",
            "'",
            "'s",
            "<at>",
            "</at>",
            "1/2/61");
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12);
    return Arbitraries.oneOf(known, any).list().ofMaxSize(40).map(parts -> String.join(" ", parts));
  }
}
