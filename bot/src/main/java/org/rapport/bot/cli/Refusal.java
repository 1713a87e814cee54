package org.rapport.bot.cli;

/**
 * A command cannot do what was asked; the message is one clear line for the person at the keyboard.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String line) {
    super(line);
  }
}
