package org.rapport.bot.conversation.privacy;

/** Tells numbers that were issued from numbers that only look alike. */
final class CheckDigits {
  private CheckDigits() {}

  /**
   * Whether ten digits are an NHS number: the last is the check digit of the first nine by modulus
   * 11, as the NHS Data Dictionary defines NHS NUMBER. The Scottish CHI number and the Northern
   * Irish Health and Care number have the same form.
   */
  static boolean isNhsNumber(String text) {
    String digits = digits(text);
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * Character.digit(digits.charAt(i), 10);
    }
    int check = (11 - sum % 11) % 11;
    return check == Character.digit(digits.charAt(9), 10);
  }

  /** Whether digits can be a bank card's number: the Luhn sum of ISO/IEC 7812-1. */
  static boolean isBankCard(String text) {
    String digits = digits(text);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed / 10 + weighed % 10;
    }
    return sum % 10 == 0;
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }
}
