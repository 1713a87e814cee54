/** The commands. */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.cli;
