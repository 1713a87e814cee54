package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataMaskTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to ama.o'neil+x@trust.nhs.uk please | write to [e-mail] please",
        "AMA@TRUST.NHS.UK, now | [e-mail], now",
        "patient 943 476 5919 posted | patient [NHS number] posted",
        "patient 943-476-5919 posted | patient [NHS number] posted",
        "patient 9434765919 posted | patient [NHS number] posted",
        "ring 07700 900123 today | ring [phone] today",
        "ring +44 7700 900 123 today | ring [phone] today",
        "ring +44 (0)20 7946 0958. | ring [phone].",
        "ring (020) 7946-0958 | ring [phone]",
        "ring 0044 1632 960 001 | ring [phone]",
        "she lives at SW1A 2AA now | she lives at [postcode] now",
        "she lives at m11ae now | she lives at [postcode] now",
        "born 03/11/1961, angry | born [date], angry",
        "born 1961-11-03 | born [date]",
        "born 3.11.61 | born [date]",
        "born 3rd of November 1961 | born [date]",
        "born Nov 3, 1961 | born [date]",
        "his NI is QQ 12 34 56 C ok | his NI is [NI number] ok",
        "hospital number 12345678 | hospital number [number]",
        "is @angry_man_77 right | is [handle] right",
        "see https://x.example/jane-smith/status/1 now | see [link] now",
      })
  void personalDataIsReplacedByItsKind(String words, String masked) {
    assertThat(PersonalDataMask.mask(words)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How often should a chief executive post?",
        "Is 280 characters still the limit on X?",
        "What did the guide of 2013 say about 24/7?",
        "Should I post at 07:30 or 17:00?",
        "We have 10,000 staff and 1 account, what now?",
        "What about section 4 of the 2018 rules?",
        "Can I use PR2 wording in 5 steps?",
      })
  void anOrdinaryQuestionStaysAsItIs(String words) {
    assertThat(PersonalDataMask.mask(words)).isEqualTo(words);
  }

  @Test
  void tenDigitsWithAWrongCheckDigitAreNoNhsNumberButAreNotKeptEither() {
    assertThat(PersonalDataMask.mask("ref 9434765918")).isEqualTo("ref [number]");
  }

  @Test
  void peopleNamedByAChannelAreMasked() {
    assertThat(PersonalDataMask.mask("ask <@U024BE7LH|ama> or <at>Ben Ode</at> first"))
        .isEqualTo("ask [person] or [person] first");
  }

  @Test
  void disguisedDigitsAndHiddenCharactersDoNotHelp() {
    assertThat(PersonalDataMask.mask("０７７００ ９００１２３")).isEqualTo("[phone]");
    assertThat(PersonalDataMask.mask("077\u200b00\u00a0900123\u0000")).isEqualTo("[phone] ");
  }
}
