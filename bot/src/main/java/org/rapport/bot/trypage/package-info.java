/** The try page: ask without an account, and see the answer as each channel shows it. */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.trypage;
